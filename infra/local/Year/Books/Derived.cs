using Microsoft.Extensions.DependencyInjection;
using OneVisit.Storage;

namespace OneVisit.Local.Year.Books;

/// <summary>What is derived from the journals is what they say.</summary>
internal static class Derived
{
    public static IEnumerable<string> Projections(YearBooks books) => Differences(
        books.Files.Select(file => CaseProjection.Of(file.Current).ToString()), books.Projections.Select(row => row.ToString()));

    public static IEnumerable<string> Work(YearBooks books) => Differences(
        books.Files.SelectMany(file => file.Current.OpenTasks.Select(task => WorkItem.Of(file.Current, task).ToString()))
            .Concat(books.Matters.Where(book => book.File is not null).SelectMany(book => book.File!.Current.OpenSteps.Select(step => WorkItem.Of(book.File.Current, step).ToString()))),
        books.Work.Select(row => row.ToString()));

    public static IEnumerable<string> Register(YearBooks books)
    {
        var register = books.City.Services.GetRequiredService<Functions.Oversight.Register>();
        return Differences(books.Files.Select(file => register.Of(file)?.ToString()).OfType<string>(), books.Register.Select(row => row.ToString()));
    }

    private static IEnumerable<string> Differences(IEnumerable<string> told, IEnumerable<string> kept)
    {
        var (journals, rows) = (told.ToHashSet(StringComparer.Ordinal), kept.ToList());
        foreach (var missing in journals.Except(rows).Order(StringComparer.Ordinal))
            yield return $"only the journals say: {missing}";
        foreach (var extra in rows.Except(journals).Concat(rows.GroupBy(row => row).Where(same => same.Count() > 1).Select(same => same.Key)).Order(StringComparer.Ordinal))
            yield return $"only the row says: {extra}";
    }
}
