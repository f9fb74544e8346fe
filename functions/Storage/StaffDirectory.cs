using Azure.Data.Tables;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Directories;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;

namespace OneVisit.Storage;

/// <summary>Table <c>Directory</c>: who holds which post between which days, found by person and by office.</summary>
public sealed class StaffDirectory(OneVisitStorage storage)
{
    // More would not be faster: the store, not we, would make them wait.
    private const int AtOnce = 16;

    private readonly TableClient table = storage.Table(Names.Directory);
    private readonly StaffRows rows = new(storage.Table(Names.Directory));

    /// <summary>Writes these members as they are given; posts that they no longer list are taken away.</summary>
    public async Task SeedAsync(IEnumerable<StaffMember> members, CancellationToken cancellation = default)
    {
        foreach (var member in members)
            await ChangeAsync(member.Id, _ => member, cancellation);
    }

    /// <param name="staffId">For example <c>shi-agent</c>.</param>
    public async Task<StaffMember?> FindAsync(string staffId, CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(StaffRows.PartitionOf(staffId), StaffRows.Row, cancellationToken: cancellation);
        return row.HasValue ? Records.Of<StaffMember>(row.Value!) : null;
    }

    /// <summary>Who holds a role at an office on a day, by id.</summary>
    public async Task<IReadOnlyList<StaffMember>> HoldersAsync(Role role, string office, DateOnly on, CancellationToken cancellation = default) =>
        [.. (await EverAtAsync(office, role, cancellation)).Where(member => member.PostsOn(on).Any(post => post.Is(role, office)))];

    /// <summary>Everybody who holds a post at an office on a day, by id.</summary>
    public async Task<IReadOnlyList<StaffMember>> OfOfficeAsync(string office, DateOnly on, CancellationToken cancellation = default) =>
        [.. (await EverAtAsync(office, null, cancellation)).Where(member => member.PostsOn(on).Any(post => post.Office == office))];

    /// <summary>Everybody who holds a post at an office, held one or will, whatever the day; one range of one partition.</summary>
    /// <param name="role">Only those of a role; <c>null</c>: of all.</param>
    public async Task<IReadOnlyList<StaffMember>> EverAtAsync(string office, Role? role, CancellationToken cancellation = default)
    {
        var partition = Keys.Of(office);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        if (role is { } one)
        {
            var from = Keys.Of(one.Code()) + "!";
            var to = Keys.After(from);
            filter += " and " + TableClient.CreateQueryFilter($"RowKey ge {from} and RowKey lt {to}");
        }
        var members = new List<StaffMember>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            var member = Records.Of<StaffMember>(row);
            if (members.All(known => known.Id != member.Id))
                members.Add(member);
        }
        return members;
    }

    /// <summary>Everybody who holds a post on a day at a township or in one of its villages, by office and id.</summary>
    /// <param name="township">Nine digits.</param>
    public async Task<IReadOnlyList<StaffMember>> OfTownshipAsync(string township, DateOnly on, CancellationToken cancellation = default)
    {
        var members = new List<StaffMember>();
        // Place codes nest, and so do the keys made of them: a range of each level.
        foreach (var level in (OfficeLevel[])[OfficeLevel.Township, OfficeLevel.Village])
        {
            var from = Keys.Of(Offices.Id(level, township));
            var to = Keys.After(from);
            await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {to}"), cancellationToken: cancellation))
                members.Add(Records.Of<StaffMember>(row));
        }
        return [.. members.DistinctBy(member => member.Id).Where(member => member.PostsOn(on).Any(post => Offices.PlaceOf(post.Office).StartsWith(township, StringComparison.Ordinal)))];
    }

    /// <summary>Whose ID number has one of those keyed hashes; <c>null</c>: nobody's whom the directory knows by number.</summary>
    public async Task<StaffMember?> FindByNumberAsync(PersonHash idHash, CancellationToken cancellation = default)
    {
        foreach (var text in idHash.Texts)
        {
            var row = await table.GetEntityIfExistsAsync<TableEntity>(StaffRows.NumberPartition, Keys.Of(text), cancellationToken: cancellation);
            if (row.HasValue)
                return Records.Of<StaffMember>(row.Value!);
        }
        return null;
    }

    /// <summary>Who signs in with an account; <c>null</c>: nobody whom the directory knows by it.</summary>
    /// <param name="account">Object id in the city's Microsoft Entra ID.</param>
    public async Task<StaffMember?> FindByAccountAsync(Guid account, CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(StaffRows.AccountPartition, StaffRows.RowOf(account), cancellationToken: cancellation);
        // A copy may be what is left of an account taken away; the row by id counts.
        return row.HasValue && await FindAsync(Records.Of<StaffMember>(row.Value!).Id, cancellation) is { } member && member.Account == account ? member : null;
    }

    /// <summary>Writes what a change makes of a member, over the state that it was made of and no other.</summary>
    /// <param name="change">Of what is known of them, <c>null</c>: nothing; gives <c>null</c> for nothing to write. May be asked again.</param>
    /// <returns>The member as it is written now; <c>null</c>: there is none.</returns>
    /// <exception cref="InvalidOperationException">Others were faster every time; safe to try again.</exception>
    public Task<StaffMember?> ChangeAsync(string staffId, Func<StaffMember?, StaffMember?> change, CancellationToken cancellation = default) =>
        rows.ChangeAsync(staffId, step: 0, change, cancellation);

    /// <summary>
    /// Makes of each of these people what an edition of the directory makes of them, see <see cref="StaffMerge"/>. What was done before is left as it is,
    /// so that it may be called again after it broke off; and what a later activation did is never undone by a slow earlier one.
    /// </summary>
    /// <param name="people">By id; <c>null</c>: the edition does not have them.</param>
    /// <param name="from">First day of the edition.</param>
    /// <param name="step">Which activation of the book it is, from 1.</param>
    /// <param name="onDone">Told after each person, from several threads.</param>
    public Task ApplyAsync(IEnumerable<KeyValuePair<string, PersonRecord?>> people, DateOnly from, int step, Action? onDone = null, CancellationToken cancellation = default) =>
        Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (person, stop) =>
        {
            await rows.ChangeAsync(person.Key, step, current => StaffMerge.Of(current, person.Value, from), stop);
            onDone?.Invoke();
        });
}
