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
        foreach (var post in member.Posts)
            await table.UpsertEntityAsync(Records.RowOf(Keys.Of(post.Office), RowOf(member, post), member), TableUpdateMode.Replace, cancellation);
        if (member.IdHash is { } number)
            await table.UpsertEntityAsync(Records.RowOf(NumberPartition, Keys.Of(number), member), TableUpdateMode.Replace, cancellation);
        if (before?.IdHash is { } gone && gone != member.IdHash)
            await table.DeleteEntityAsync(NumberPartition, Keys.Of(gone), Azure.ETag.All, cancellation);
        await table.UpsertEntityAsync(Records.RowOf(PartitionOf(member.Id), Row, member), TableUpdateMode.Replace, cancellation);
        foreach (var left in (before?.Posts ?? []).Where(post => member.Posts.All(kept => RowOf(member, kept) != RowOf(member, post) || kept.Office != post.Office)))
            await table.DeleteEntityAsync(Keys.Of(left.Office), RowOf(member, left), Azure.ETag.All, cancellation);
    }

    private static string PartitionOf(string staffId) => Keys.Of("staff", staffId);

    private static string RowOf(StaffMember member, Post post) =>
        Keys.Of(post.Role.Code(), member.Id, post.From.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
}
