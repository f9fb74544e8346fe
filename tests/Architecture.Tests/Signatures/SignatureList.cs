namespace OneVisit.Architecture.Tests.Signatures;

/// <summary>
/// What the real assemblies offer, of what the local runtime stands in for: one file for each, named after it. The first line says which
/// version it was read from; the others are as <see cref="SignaturePrinter"/> writes them.
/// </summary>
internal static class SignatureList
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/Architecture.Tests/Signatures");

    public static IEnumerable<string> Assemblies() => Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    public static string Source(string assembly) => Lines(assembly)[0];

    public static IEnumerable<string> Members(string assembly) => Lines(assembly).Skip(1);

    private static string[] Lines(string assembly) => File.ReadAllLines(Path.Combine(Folder, assembly + ".txt"));
}
