using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Directories;

/// <summary>
/// An edition as tables, which read again give the same edition. ID numbers are kept nowhere and so not written; who hands the tables in again without them
/// keeps what is known.
/// </summary>
public static class DirectoryWriter
{
    /// <summary>One table for each of <see cref="DirectorySheets.All"/>, in their order.</summary>
    public static DirectoryTables Write(DirectoryEdition edition, Language language) => Write(edition, language, _ => "");

    /// <param name="idNumber">What stands in the column of the ID number.</param>
    internal static DirectoryTables Write(DirectoryEdition edition, Language language, Func<PersonRecord, string> idNumber)
    {
        var people = edition.People;
        return new(
        [
            Table(DirectorySheets.Villages, edition.Villages.Select(village =>
                Row(village.Code, village.Name.Zh, village.Name.En, string.Join('、', village.OtherNames), Day(village.From), Day(village.To), village.Into ?? ""))),
            Table(DirectorySheets.Grids, edition.Grids.Select(grid => Row(
                grid.Code, grid.Name.Zh, grid.Name.En, DirectoryChoices.Kinds.WordOf(grid.Kind).In(language), grid.Households.ToString(CultureInfo.InvariantCulture),
                string.Join('、', grid.Landmarks), Day(grid.From), Day(grid.To)))),
            Table(DirectorySheets.People, people.Select(person => Row(person.Id, person.Name, idNumber(person), person.Account?.ToString("D") ?? ""))),
            Table(DirectorySheets.Posts, people.SelectMany(person => person.Posts.Select(post =>
                Row(person.Id, DirectoryChoices.Posts.WordOf(post.Role).In(language), Offices.PlaceOf(post.Office), Day(post.From), Day(post.To))))),
            Table(DirectorySheets.Duties, people.SelectMany(person => person.Duties.Select(duty =>
                Row(person.Id, DirectoryChoices.Duties.WordOf(duty.Role).In(language), duty.Grid, Day(duty.From), Day(duty.To))))),
            Table(DirectorySheets.Trainings, people.SelectMany(person => person.Trainings.Select(training =>
                Row(person.Id, training.Subject, Day(training.Passed), Day(training.Until))))),
            Table(DirectorySheets.Points, edition.Points.Select(point => Row(
                point.Township, point.Seal, point.Agreement ?? "", Day(point.Signed), Day(point.AgreementUntil), Day(point.From), Day(point.To)))),
        ]);

        DirectoryTable Table(DirectorySheet sheet, IEnumerable<ImmutableArray<string>> rows) => new(
            sheet.Name.In(language), [.. sheet.Columns.Select(column => column.Heading.In(language))], [.. rows.Select((cells, at) => new DirectoryRow(at + 2, cells))]);
    }

    private static ImmutableArray<string> Row(params ImmutableArray<string> cells) => cells;

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
