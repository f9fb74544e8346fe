using System.Globalization;
using OneVisit.Local.Azurite;

namespace OneVisit.Local.Year;

/// <summary>How large the simulated year is, and which one of all that could be.</summary>
public sealed record YearOptions
{
    public const string Command = "year";

    /// <summary>Services applied for, a case each.</summary>
    public int Cases { get; init; } = 3000;

    /// <summary>Service points that take cases, at most those of the catalogue that are active.</summary>
    public int Points { get; init; } = 21;

    /// <summary>Days from the first application to the last look.</summary>
    public int Days { get; init; } = 365;

    /// <summary>The first day, in Beijing.</summary>
    public DateOnly From { get; init; } = new(2026, 1, 1);

    /// <summary>The same seed and size give the same year.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Where the report is written; <c>null</c>: on the console only.</summary>
    public string? Report { get; init; }

    /// <summary>Folder into which waiting processes and journals of this release are written; <c>null</c>: nowhere.</summary>
    public string? Record { get; init; }

    public bool Help { get; init; }

    public const string Usage = """
        A simulated year of the city: cases over all service points with absences, objections, returns, deaths, appeals and bad ratings.
        The back office is the real one, on an Azurite of its own that is thrown away; what is checked at the end is in its books.

          dotnet run -c Release --project infra/local/Host -- year [options]

          --cases N              services applied for                      (3000)
          --points N             service points                            (21)
          --days N               length                                    (365)
          --from yyyy-MM-dd      first day                                 (2026-01-01)
          --seed N               which year of all that could be           (1)
          --report FILE          write the report as Markdown
          --record FOLDER        keep processes and journals as this release leaves them, for the tests of the next
          --help                 this text

        Ends with 0 when everything is as it should be, 1 when something is not.
        """;

    /// <exception cref="LocalSetupException">An option nobody knows, or a value it cannot take.</exception>
    public static YearOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new YearOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            options = arguments[i] switch
            {
                "--help" or "-h" => options with { Help = true },
                "--cases" => options with { Cases = Number(arguments, ref i, 1, 100_000) },
                "--points" => options with { Points = Number(arguments, ref i, 1, 21) },
                "--days" => options with { Days = Number(arguments, ref i, 1, 366) },
                "--seed" => options with { Seed = Number(arguments, ref i, 0, int.MaxValue) },
                "--from" => options with { From = Day(arguments, ref i) },
                "--report" => options with { Report = Path.GetFullPath(Value(arguments, ref i)) },
                "--record" => options with { Record = Path.GetFullPath(Value(arguments, ref i)) },
                var name => throw new LocalSetupException($"The option {name} is not known. {Command} --help lists them all."),
            };
        }
        return options;
    }

    private static string Value(IReadOnlyList<string> arguments, ref int i) =>
        ++i < arguments.Count ? arguments[i] : throw new LocalSetupException($"The option {arguments[i - 1]} needs a value. {Command} --help shows how.");

    private static int Number(IReadOnlyList<string> arguments, ref int i, int least, int most) =>
        int.TryParse(Value(arguments, ref i), CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new LocalSetupException($"The option {arguments[i - 1]} takes a number from {least} to {most}, not {arguments[i]}.");

    private static DateOnly Day(IReadOnlyList<string> arguments, ref int i) =>
        DateOnly.TryParseExact(Value(arguments, ref i), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new LocalSetupException($"The option {arguments[i - 1]} takes a day such as 2026-01-01, not {arguments[i]}.");
}
