using OneVisit.Catalogue;

namespace OneVisit.Local.Host;

/// <summary>Reads a catalogue like the city would and says what is wrong with it, a line each, as an editor can jump to it.</summary>
internal static class CatalogueCheck
{
    public const string Command = "check-catalogue";

    private const string BuiltIn = "functions/Catalogue/City";

    /// <returns>0 when all is well, 1 when something is wrong or there is nothing to read.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        if (arguments.Count > 1)
            return Refuse(output, $"{Command} takes one folder at most.");
        var folder = arguments.Count == 1 ? arguments[0] : null;
        if (folder is not null && !Directory.Exists(folder))
            return Refuse(output, $"There is no folder {folder}.");
        var faults = CatalogueLinter.Check(folder);
        foreach (var fault in faults)
            output.WriteLine($"{folder?.TrimEnd('/', '\\') ?? BuiltIn}/{fault}");
        output.WriteLine(faults.IsEmpty ? $"The catalogue is in order: {CityCatalogue.Load(folder).Services.Length} services." : $"Mistakes: {faults.Length}.");
        return faults.IsEmpty ? 0 : 1;
    }

    private static int Refuse(TextWriter output, string why)
    {
        output.WriteLine(why);
        return 1;
    }
}
