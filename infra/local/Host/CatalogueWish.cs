using System.Globalization;
using OneVisit.Functions.Catalogues;
using OneVisit.Local.Azurite;

namespace OneVisit.Local.Host;

/// <summary>What was typed after one of the <see cref="CatalogueCommands"/>.</summary>
/// <param name="Subject">The folder, or the version's number or id; <c>null</c> where none is asked for.</param>
/// <param name="City">Where the city keeps its things, told with the options of a start.</param>
internal sealed record CatalogueWish(string? Subject, DateOnly? From, string? Note, CityOptions City)
{
    /// <exception cref="LocalSetupException">Something is missing, or not known.</exception>
    public static CatalogueWish Parse(string command, IReadOnlyList<string> arguments)
    {
        var (subject, from, note, others) = ((string?)null, (DateOnly?)null, (string?)null, new List<string>());
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--from": from = DayOf(ValueOf(arguments, ref i)); break;
                case "--note": note = NoteOf(ValueOf(arguments, ref i)); break;
                case ['-', ..]:
                    others.Add(arguments[i]);
                    if (i + 1 < arguments.Count && !arguments[i + 1].StartsWith('-')) others.Add(arguments[++i]);
                    break;
                default: subject = subject is null ? arguments[i] : throw new LocalSetupException($"{command} takes one thing, not {subject} and {arguments[i]}."); break;
            }
        }
        if (command != CatalogueCommands.List && subject is null)
            throw new LocalSetupException($"{command} needs {(command == CatalogueCommands.Publish ? "a folder" : "a version")}. --help shows how.");
        return new CatalogueWish(command == CatalogueCommands.Publish ? Path.GetFullPath(subject!) : subject, from, note, CityOptions.Parse(others));
    }

    private static string ValueOf(IReadOnlyList<string> arguments, ref int i) =>
        ++i < arguments.Count ? arguments[i] : throw new LocalSetupException($"The option {arguments[i - 1]} needs a value. --help shows how.");

    private static DateOnly DayOf(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new LocalSetupException($"--from takes a day such as 2026-12-01, not {text}.");

    private static string NoteOf(string text) => text.Length <= CatalogueDesk.LongestNote
        ? text
        : throw new LocalSetupException($"--note takes at most {CatalogueDesk.LongestNote} characters.");
}
