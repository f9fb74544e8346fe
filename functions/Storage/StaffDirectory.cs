using System.Collections.Immutable;
using System.Globalization;
using Azure.Data.Tables;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Storage;

/// <summary>Table <c>Directory</c>: who holds which post between which days, found by person and by office.</summary>
public sealed class StaffDirectory(OneVisitStorage storage)
{
    private const string Row = "member";
    private const int Patience = 5;
    private static readonly string NumberPartition = Keys.Of("staff-number");
    private readonly TableClient table = storage.Table(Names.Directory);

    /// <summary>Writes these members as they are given; posts that they no longer list are taken away.</summary>
    public async Task SeedAsync(IEnumerable<StaffMember> members, CancellationToken cancellation = default)
    {
        foreach (var member in members)
            await PutAsync(member, cancellation);
    }

    /// <param name="staffId">For example <c>shi-agent</c>.</param>
    public async Task<StaffMember?> FindAsync(string staffId, CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(staffId), Row, cancellationToken: cancellation);
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

    /// <summary>Changes a member of staff; whoever changed them meanwhile is not overwritten.</summary>
    /// <param name="change">Of the member as they are; <c>null</c>: nothing is to change.</param>
    /// <returns>The member as they are now; <c>null</c>: there is none of that id, or nothing was to change.</returns>
    /// <exception cref="InvalidOperationException">Others were faster every time; safe to try again.</exception>
    public async Task<StaffMember?> ChangeAsync(string staffId, Func<StaffMember, StaffMember?> change, CancellationToken cancellation = default)
    {
        for (var tries = 0; tries < Patience; tries++)
        {
            var row = await table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(staffId), Row, cancellationToken: cancellation);
            if (!row.HasValue || change(Records.Of<StaffMember>(row.Value!)) is not { } changed)
                return null;
            await PutRowsAsync(changed, cancellation);
            try
            {
                await table.UpdateEntityAsync(Records.RowOf(PartitionOf(staffId), Row, changed), row.Value!.ETag, TableUpdateMode.Replace, cancellation);
                return changed;
            }
            catch (Azure.RequestFailedException other) when (other.Status == 412)
            {
                // Whoever was faster is read, and all rows are written again from that.
            }
        }
        throw new InvalidOperationException($"{staffId} is being changed by others all the time.");
    }

    /// <summary>Whose ID number has that keyed hash; <c>null</c>: nobody's whom the directory knows by number.</summary>
    public async Task<StaffMember?> FindByNumberAsync(string idHash, CancellationToken cancellation = default)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(NumberPartition, Keys.Of(idHash), cancellationToken: cancellation);
        return row.HasValue ? Records.Of<StaffMember>(row.Value!) : null;
    }

    // The rows by office come first: a post is never found by person before it can be found by office, and a repeated seed mends a broken one.
    private async Task PutAsync(StaffMember member, CancellationToken cancellation)
    {
        var before = await FindAsync(member.Id, cancellation);
        await PutRowsAsync(member, cancellation);
        if (before?.IdHash is { } gone && gone != member.IdHash)
            await table.DeleteEntityAsync(NumberPartition, Keys.Of(gone), Azure.ETag.All, cancellation);
        await table.UpsertEntityAsync(Records.RowOf(PartitionOf(member.Id), Row, member), TableUpdateMode.Replace, cancellation);
        foreach (var left in (before?.Posts ?? []).Where(post => member.Posts.All(kept => RowOf(member, kept) != RowOf(member, post) || kept.Office != post.Office)))
            await table.DeleteEntityAsync(Keys.Of(left.Office), RowOf(member, left), Azure.ETag.All, cancellation);
    }

    private async Task PutRowsAsync(StaffMember member, CancellationToken cancellation)
    {
        foreach (var post in member.Posts)
            await table.UpsertEntityAsync(Records.RowOf(Keys.Of(post.Office), RowOf(member, post), member), TableUpdateMode.Replace, cancellation);
        if (member.IdHash is { } number)
            await table.UpsertEntityAsync(Records.RowOf(NumberPartition, Keys.Of(number), member), TableUpdateMode.Replace, cancellation);
    }

    private static string PartitionOf(string staffId) => Keys.Of("staff", staffId);

    private static string RowOf(StaffMember member, Post post) =>
        Keys.Of(post.Role.Code(), member.Id, post.From.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
}
