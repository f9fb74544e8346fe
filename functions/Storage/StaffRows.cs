using System.Globalization;
using Azure;
using Azure.Data.Tables;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Storage;

/// <summary>
/// The rows of a member of staff: one by id, which counts, and copies of it by each office of a post, by the hash of the ID number and by the account they sign in with. The copies come first:
/// a post is never found by person before it can be found by office. What is to go stands in the row that counts until it is gone.
/// </summary>
internal sealed class StaffRows(TableClient table)
{
    public const string Row = "member";
    private const string Step = "Step";
    private const string Left = "Left";
    private const int Patience = 8;

    public static string NumberPartition { get; } = Keys.Of("staff-number");

    public static string AccountPartition { get; } = Keys.Of("staff-account");

    public static string RowOf(Guid account) => Keys.Of(account.ToString("D"));

    public static string PartitionOf(string staffId) => Keys.Of("staff", staffId);

    /// <param name="step">Which activation of the directory this is; what a later one wrote is left as it is. <c>0</c>: none.</param>
    /// <returns>As it is written now; <c>null</c>: nothing is.</returns>
    public async Task<StaffMember?> ChangeAsync(string staffId, int step, Func<StaffMember?, StaffMember?> change, CancellationToken cancellation)
    {
        var touched = new HashSet<Place>();
        for (var tries = 0; tries < Patience; tries++)
        {
            var row = await table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(staffId), Row, cancellationToken: cancellation) is { HasValue: true } there ? there.Value : null;
            var before = row is null ? null : Records.Of<StaffMember>(row);
            await DropAsync(Places(row), before, cancellation);
            var (known, toGo) = (row?.GetInt32(Step) ?? 0, touched.ToHashSet());
            var member = step > 0 && known >= step ? null : change(before);
            var next = member is null ? null : RowOf(member, Math.Max(step, known));
            var isSame = row is not null && next is not null && Records.AreSame(row, next);
            if (next is null || (isSame && step <= known))
                return await TidyAsync(before, toGo, isSure: touched.Count == 0, cancellation);
            var kept = PlacesOf(member!);
            toGo.UnionWith(before is null ? [] : PlacesOf(before));
            toGo.ExceptWith(kept);
            next[Left] = string.Join('\n', toGo.Select(place => $"{place.Partition}/{place.Row}"));
            if (!isSame)
            {
                touched.UnionWith(kept);
                await CopyAsync(member!, before, cancellation);
            }
            if (await TryWriteAsync(row, next, cancellation))
            {
                await ForgetAsync(before, member!, cancellation);
                return await TidyAsync(member, toGo, isSure: true, cancellation);
            }
            // Somebody was faster, and these copies are not of what they wrote.
            touched.UnionWith(kept);
        }
        throw new InvalidOperationException($"The entry of {staffId} in the directory is being written by others all the time.");
    }

    private async Task<StaffMember?> TidyAsync(StaffMember? member, HashSet<Place> toGo, bool isSure, CancellationToken cancellation)
    {
        if (!isSure && member is not null)
            await CopyAsync(member, member, cancellation);
        await DropAsync(toGo, member, cancellation);
        return member;
    }

    private async Task DropAsync(IEnumerable<Place> places, StaffMember? member, CancellationToken cancellation)
    {
        foreach (var place in places.Except(member is null ? [] : PlacesOf(member)))
            await table.DeleteEntityAsync(place.Partition, place.Row, ETag.All, cancellation);
    }

    private async Task CopyAsync(StaffMember member, StaffMember? before, CancellationToken cancellation)
    {
        foreach (var place in PlacesOf(member))
            await table.UpsertEntityAsync(Records.RowOf(place.Partition, place.Row, member), TableUpdateMode.Replace, cancellation);
        foreach (var place in OwnOf(member))
            await CopyAsync(place, member, isNew: before is null || !OwnOf(before).Contains(place), cancellation);
    }

    // What went over to another meanwhile stays the other's.
    private async Task CopyAsync(Place place, StaffMember member, bool isNew, CancellationToken cancellation)
    {
        var copy = Records.RowOf(place.Partition, place.Row, member);
        var row = isNew ? null : await table.GetEntityIfExistsAsync<TableEntity>(place.Partition, place.Row, cancellationToken: cancellation);
        if (row is not { HasValue: true })
            await table.UpsertEntityAsync(copy, TableUpdateMode.Replace, cancellation);
        else if (Records.Of<StaffMember>(row.Value!).Id == member.Id)
            await TryWriteAsync(row.Value, copy, cancellation);
    }

    private async Task<bool> TryWriteAsync(TableEntity? before, TableEntity next, CancellationToken cancellation)
    {
        try
        {
            if (before is null)
                await table.AddEntityAsync(next, cancellation);
            else
                await table.UpdateEntityAsync(next, before.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 409 or 412)
        {
            return false;
        }
    }

    // A number or account that went over to another member is the other's by now.
    private async Task ForgetAsync(StaffMember? before, StaffMember member, CancellationToken cancellation)
    {
        foreach (var place in before is null ? [] : OwnOf(before).Except(OwnOf(member)))
        {
            var row = await table.GetEntityIfExistsAsync<TableEntity>(place.Partition, place.Row, cancellationToken: cancellation);
            if (!row.HasValue || Records.Of<StaffMember>(row.Value!).Id != member.Id)
                continue;
            try
            {
                await table.DeleteEntityAsync(place.Partition, place.Row, row.Value!.ETag, cancellation);
            }
            catch (RequestFailedException taken) when (taken.Status == 412)
            {
                // The other was just writing it.
            }
        }
    }

    private static TableEntity RowOf(StaffMember member, int step)
    {
        var row = Records.RowOf(PartitionOf(member.Id), Row, member);
        row[Step] = step;
        return row;
    }

    private static HashSet<Place> PlacesOf(StaffMember member) => [.. member.Posts.Select(post => new Place(
        Keys.Of(post.Office), Keys.Of(post.Role.Code(), member.Id, post.From.ToString("yyyyMMdd", CultureInfo.InvariantCulture))))];

    // What nobody else has.
    private static IReadOnlyList<Place> OwnOf(StaffMember member) =>
    [
        .. member.IdHash is { } number ? [new Place(NumberPartition, Keys.Of(number))] : Array.Empty<Place>(),
        .. member.Account is { } account ? [new Place(AccountPartition, RowOf(account))] : Array.Empty<Place>(),
    ];

    private static IEnumerable<Place> Places(TableEntity? row) => (row?.GetString(Left) ?? "")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(place => place.Split('/')).Select(parts => new Place(parts[0], parts[1]));

    private sealed record Place(string Partition, string Row);
}
