using OneVisit.Catalogue;
using OneVisit.Domain;
using OneVisit.Domain.Directories;
using OneVisit.Functions.Directories.Files;
using OneVisit.Local.Azurite;
using OneVisit.Local.Host.Demo;
using OneVisit.Local.Year.Directories;

namespace OneVisit.Local.Host;

/// <summary>The demo city's directory as a file, so that a clerk can change it and hand it in on the page; or the empty sheets, for a city's own.</summary>
internal static class DirectoryCommand
{
    public const string Command = "directory";

    public const int DefaultSeed = 1;

    /// <returns>0 when the file is written.</returns>
    /// <exception cref="LocalSetupException">An option nobody knows, a value it cannot take, or a file that cannot be written.</exception>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        var (others, seed, isEmpty) = (new List<string>(), DefaultSeed, false);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--empty") isEmpty = true;
            else if (arguments[i] == "--seed" && i + 1 < arguments.Count && int.TryParse(arguments[i + 1], out seed)) i++;
            else others.Add(arguments[i]);
        }
        var (file, kind, language) = FileOf(Command, others);
        var edition = isEmpty ? DirectoryEdition.Empty : GeneratedDirectory.Of(seed, CityCatalogue.Load(), DemoStaff.All);
        Write(file, new DirectoryFiles().Write(DirectoryWriter.Write(edition, language), kind));
        output.WriteLine($"{file}: {edition.Villages.Length} villages, {edition.Grids.Length} grids, {edition.People.Length} people, {edition.Points.Length} service points.");
        return 0;
    }

    /// <summary>Where a command writes tables to, and in which language.</summary>
    /// <exception cref="LocalSetupException">An option nobody knows, or no file named.</exception>
    public static (string File, DirectoryFileKind Kind, Language Language) FileOf(string command, IReadOnlyList<string> arguments)
    {
        var (file, language) = ("", Language.Chinese);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : throw new LocalSetupException($"The option {arguments[i]} needs a value. --help shows how.");
            switch (arguments[i])
            {
                case "--export" when KindOf(value) is not null:
                    file = value;
                    break;
                case "--language" when value is "zh-CN" or "en":
                    language = value == "en" ? Language.English : Language.Chinese;
                    break;
                default:
                    throw new LocalSetupException($"{command} knows --export FILE.xlsx or FILE.zip, --language zh-CN or en{(command == Command ? ", --empty, --seed N" : "")}; not {arguments[i]} {value}.");
            }
        }
        return KindOf(file) is { } kind ? (file, kind, language) : throw new LocalSetupException($"{command} needs --export FILE.xlsx or FILE.zip.");
    }

    public static void Write(string file, byte[] bytes)
    {
        try
        {
            File.WriteAllBytes(file, bytes);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new LocalSetupException(trouble.Message);
        }
    }

    private static DirectoryFileKind? KindOf(string file) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".XLSX" => DirectoryFileKind.Workbook,
        ".ZIP" => DirectoryFileKind.CsvZip,
        _ => null,
    };
}
