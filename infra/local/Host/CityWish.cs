using System.Globalization;
using OneVisit.Functions.Catalogues;
using OneVisit.Local.Azurite;
using OneVisit.Storage;

namespace OneVisit.Local.Host;

/// <summary>What was typed after a command that changes what a city goes by.</summary>
/// <param name="Subject">The folder or file, or the version's number or id; <c>null</c> where none is asked for.</param>
/// <param name="Elsewhere">An account in Azure, into which who calls is let; <c>null</c>: the city of this machine.</param>
/// <param name="City">Where the city of this machine keeps its things, told with the options of a start.</param>
internal sealed record CityWish(string? Subject, DateOnly? From, string? Note, StorageOptions? Elsewhere, CityOptions City)
{
    /// <param name="needs">What the command is about, for who left it out; <c>null</c>: nothing has to be named.</param>
    /// <exception cref="LocalSetupException">Something is missing, or not known.</exception>
    public static CityWish Parse(string command, IReadOnlyList<string> arguments, string? needs)
    {
        var (subject, from, note, others) = ((string?)null, (DateOnly?)null, (string?)null, new List<string>());
        var (account, suffix) = ((string?)null, StorageOptions.PublicCloud);
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--from": from = DayOf(ValueOf(arguments, ref i)); break;
                case "--note": note = NoteOf(ValueOf(arguments, ref i)); break;
                case "--account": account = ValueOf(arguments, ref i); break;
                case "--suffix": suffix = ValueOf(arguments, ref i); break;
                case ['-', ..]:
                    others.Add(arguments[i]);
                    if (i + 1 < arguments.Count && !arguments[i + 1].StartsWith('-')) others.Add(arguments[++i]);
                    break;
                default: subject = subject is null ? arguments[i] : throw new LocalSetupException($"{command} takes one thing, not {subject} and {arguments[i]}."); break;
            }
        }
        if (needs is not null && subject is null)
            throw new LocalSetupException($"{command} needs {needs}. --help shows how.");
        return new CityWish(subject, from, note, account is null ? null : new StorageOptions { AccountName = account, EndpointSuffix = suffix }, CityOptions.Parse(others));
    }

    /// <summary>The file named, whole.</summary>
    /// <exception cref="LocalSetupException">It cannot be read.</exception>
    public byte[] ReadFile()
    {
        try
        {
            return File.ReadAllBytes(Subject!);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new LocalSetupException(trouble.Message);
        }
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
