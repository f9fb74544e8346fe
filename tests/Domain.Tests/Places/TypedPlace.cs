namespace OneVisit.Domain.Tests.Places;

/// <summary>A line of <c>typed-places.txt</c>.</summary>
internal sealed record TypedPlace(string Typed, string Meant)
{
    public static IEnumerable<TypedPlace> All()
    {
        using var stream = typeof(TypedPlace).Assembly.GetManifestResourceStream("Places/typed-places.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.LastIndexOf(" = ", StringComparison.Ordinal) is > 0 and var at)
                yield return new(line[..at], line[(at + 3)..]);
        }
    }
}
