using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Directories;

/// <summary>People of the tables with their posts, duties and trainings.</summary>
/// <param name="before">Whose hash of an ID number stays where the cell is empty, and whose account where the file has no such column.</param>
internal sealed class PeopleSheets(SheetBook book, PlaceSheets places, DirectoryEdition? before, LookupHash lookup, DateOnly today)
{
    private const int LongestName = 50;

    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    // A number in the file is known under every look-up key; of one that stays from before only what was kept.
    private readonly Dictionary<string, PersonHash> typed = new(StringComparer.Ordinal);

    public ImmutableArray<PersonRecord> Read()
    {
        var people = People();
        var posts = Posts().ToLookup(held => held.Id, held => held.Post, StringComparer.Ordinal);
        var duties = Duties().ToLookup(held => held.Id, held => held.Duty, StringComparer.Ordinal);
        var trainings = Trainings().ToLookup(passed => passed.Id, passed => passed.Training, StringComparer.Ordinal);
        return [.. people.Select(person => person with { Posts = [.. posts[person.Id]], Duties = [.. duties[person.Id]], Trainings = [.. trainings[person.Id]] })];
    }

    private IReadOnlyList<PersonRecord> People()
    {
        var earlier = (before?.People ?? []).ToDictionary(person => person.Id, StringComparer.Ordinal);
        var rows = book.Rows(DirectorySheets.People).Select(row => (Row: row, Person: Person(row, earlier))).ToArray();
        Overlaps.TellTwice(rows.Where(read => read.Person.Id.Length > 0).Select(read => (read.Row, read.Person.Id)), "id");
        known.UnionWith(rows.Select(read => read.Person.Id));
        TellShared(rows, HashesOf, DirectoryFaultKind.SamePerson, "id-number");
        TellShared(rows, person => person.Account is { } account ? [account.ToString()] : [], DirectoryFaultKind.SameAccount, "account");
        return [.. rows.Where(read => !read.Row.IsFaulty).Select(read => read.Person)];
    }

    // What only one person has, and another row has as well.
    private static void TellShared(IEnumerable<(SheetRow Row, PersonRecord Person)> rows, Func<PersonRecord, ImmutableArray<string>> own, DirectoryFaultKind kind, string column)
    {
        var owners = new Dictionary<string, (string Id, int Row)>(StringComparer.Ordinal);
        foreach (var (row, person) in rows)
        {
            var marks = own(person);
            var found = marks.FirstOrDefault(mark => owners.TryGetValue(mark, out var other) && other.Id != person.Id);
            if (found is not null)
                row.Fault(kind, column, owners[found].Id, owners[found].Row.ToString(CultureInfo.InvariantCulture));
            foreach (var mark in marks)
                owners.TryAdd(mark, (person.Id, row.Number));
        }
    }

    private PersonRecord Person(SheetRow row, Dictionary<string, PersonRecord> earlier)
    {
        var id = row.Name("id");
        var name = row.Text("name", LongestName);
        var known = earlier.GetValueOrDefault(id);
        // A file from before there was the column tells nothing of accounts, and takes none away.
        return new(id, WrittenIds.Masked(name), [], [], []) { IdHash = Hash(row) ?? known?.IdHash, Account = row.Has("account") ? row.Account("account") : known?.Account };
    }

    private ImmutableArray<string> HashesOf(PersonRecord person) => person.IdHash is not { } hash ? [] : typed.TryGetValue(hash, out var all) ? all.Texts : [hash];

    private string? Hash(SheetRow row)
    {
        var number = row.Text("id-number", 100);
        if (number.Length == 0)
            return null;
        if (ResidentId.Read(number, today) is IdReading.Valid valid)
        {
            var hash = lookup.Of(valid.Id);
            typed[hash.Text] = hash;
            return hash.Text;
        }
        row.Fault(DirectoryFaultKind.NotAnIdNumber, "id-number");
        return null;
    }

    private IEnumerable<(string Id, Post Post)> Posts()
    {
        var rows = new List<(SheetRow Row, string Id, Held Held)>();
        foreach (var row in book.Rows(DirectorySheets.Posts))
        {
            var id = Owner(row);
            var role = row.Choice("role", DirectoryChoices.Posts);
            var (from, to) = row.Days();
            var office = Office(row, role, from, to);
            if (!row.IsFaulty)
                rows.Add((row, id, new(new(role!.Value, office, from, to), id)));
        }
        Once(rows.Select(read => (read.Row, (read.Id, read.Held.Post.Role, read.Held.Post.Office), (IEffective)read.Held)), "role");
        var chiefs = rows.Where(read => read.Held.Post.Role == Role.ChiefRepresentative).Select(read => (read.Row, read.Held.Post.Office, (IEffective)read.Held));
        Overlaps.Tell(chiefs, "role", (one, other) => ((Held)one).Id == ((Held)other).Id);
        return rows.Select(read => (read.Id, read.Held.Post));
    }

    // By code alone, or with the level before it: township/370982103.
    private string Office(SheetRow row, Role? role, DateOnly from, DateOnly? to)
    {
        var written = row.Text("office", 100);
        if (written.Length == 0)
            return "";
        var code = Offices.PlaceOf(written);
        OfficeLevel? level = code.AsSpan().ContainsAnyExceptInRange('0', '9') ? null : code.Length switch { 6 => OfficeLevel.City, 9 => OfficeLevel.Township, 12 => OfficeLevel.Village, _ => null };
        if (level is not { } at || (code.Length < written.Length && Offices.Id(at, code) != written))
        {
            row.Fault(DirectoryFaultKind.NotACode, "office", SheetRow.Shown(written));
            return "";
        }
        if (role is { } post && DirectoryChoices.LevelOf(post) != at)
            row.Fault(DirectoryFaultKind.WrongLevel, "office", code);
        else if (at == OfficeLevel.Village)
            places.CheckVillage(row, "office", code, from, to);
        else if (!(at == OfficeLevel.City ? places.IsCity(code) : places.IsActive(code)))
            row.Fault(DirectoryFaultKind.UnknownReference, "office", code);
        return Offices.Id(at, code);
    }

    private IEnumerable<(string Id, GridDuty Duty)> Duties()
    {
        var rows = new List<(SheetRow Row, string Id, GridDuty Duty)>();
        foreach (var row in book.Rows(DirectorySheets.Duties))
        {
            var id = Owner(row);
            var role = row.Choice("role", DirectoryChoices.Duties);
            var grid = row.Digits("grid", 15);
            var (from, to) = row.Days();
            if (grid.Length > 0)
                places.CheckGrid(row, "grid", grid, from, to);
            if (!row.IsFaulty)
                rows.Add((row, id, new(role!.Value, grid, from, to)));
        }
        Once(rows.Select(read => (read.Row, (read.Id, read.Duty.Role, read.Duty.Grid), (IEffective)read.Duty)), "role");
        Overlaps.Tell(rows.Where(read => read.Duty.Role == GridRole.Manager && !read.Row.IsFaulty).Select(read => (read.Row, read.Duty.Grid, (IEffective)read.Duty)), "grid");
        return rows.Select(read => (read.Id, read.Duty));
    }

    private IEnumerable<(string Id, Training Training)> Trainings()
    {
        var rows = new List<(SheetRow Row, string Id, Training Training)>();
        foreach (var row in book.Rows(DirectorySheets.Trainings))
        {
            var (id, subject) = (Owner(row), row.Name("subject"));
            var (passed, until) = row.Days("passed", "until");
            rows.Add((row, id, new(subject, passed, until)));
        }
        Overlaps.TellTwice(rows.Where(read => !read.Row.IsFaulty).Select(read => (read.Row, (read.Id, read.Training.Subject, read.Training.Passed))), "subject");
        return rows.Select(read => (read.Id, read.Training));
    }

    // The same term a second time is a slip of copying; two terms on a common day contradict each other.
    private static void Once<TKey>(IEnumerable<(SheetRow Row, TKey Key, IEffective Days)> rows, string column)
        where TKey : notnull
    {
        var all = rows.ToArray();
        Overlaps.TellTwice(all.Select(read => (read.Row, (read.Key, read.Days.From))), column);
        Overlaps.Tell(all.Where(read => !read.Row.IsFaulty), column);
    }

    private string Owner(SheetRow row)
    {
        var id = row.Name("id");
        if (id.Length > 0 && !known.Contains(id) && book.IsReadable(DirectorySheets.People))
            row.Fault(DirectoryFaultKind.UnknownReference, "id", id);
        return id;
    }

    /// <summary>A post with whose it is.</summary>
    private sealed record Held(Post Post, string Id) : IEffective
    {
        public DateOnly From => Post.From;

        public DateOnly? To => Post.To;
    }
}
