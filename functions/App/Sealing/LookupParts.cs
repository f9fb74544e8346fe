using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Board;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Mandates;
using OneVisit.Storage;

namespace OneVisit.Functions.Sealing;

/// <summary>What is gone through, part by part.</summary>
public sealed partial class LookupRotation
{
    // So long somebody may come for the answer to a complaint with the code that they were given.
    private const int DaysOfCodes = 180;

    // Nobody sends the same once more after that, no telephone either that was without a network for long.
    private const int DaysOfClaims = 30;

    private async Task<KeyPass> FewAsync(KeyPass pass, Go go, string? after, CancellationToken cancellation)
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        foreach (var hold in (await holds.HoldsAsync(cancellation)).Standing)
        {
            if (hold.PersonHash is not { } kept || PersonHash.KeyOf(kept) == pass.Master)
                continue;
            pass = await PersonOfAsync(kept, cancellation) is { } anew && await holds.RenameAsync(hold, anew, cancellation)
                ? pass.Wrapped(LookupKinds.Holds, PersonHash.KeyOf(kept)) : pass.Saw(LookupKinds.Holds, PersonHash.KeyOf(kept));
        }
        await foreach (var key in rows.StaffAsync(today, cancellation))
            pass = pass.Saw(LookupKinds.Staff, key);
        foreach (var (key, many) in await facts.KeysAsync(cancellation))
            pass = pass.Saw(LookupKinds.Facts, key, many);
        await foreach (var draft in documents.DraftsAsync(cancellation))
            pass = pass.Saw(LookupKinds.Drafts, PersonHash.KeyOf(draft));
        await foreach (var notice in rows.NoticesAsync(now, cancellation))
            pass = pass.Saw(LookupKinds.Notices, KeyOf(notice));
        foreach (var kind in (string[])["TS", "YY"])
        {
            await foreach (var key in rows.CodesAsync(kind, today.AddDays(-DaysOfCodes), today, cancellation))
                pass = pass.Saw(LookupKinds.Codes, key);
        }
        return pass;
    }

    private async Task<KeyPass> LookUpsAsync(KeyPass pass, Go go, string? after, CancellationToken cancellation)
    {
        var persons = new Dictionary<string, string?>(StringComparer.Ordinal);
        await foreach (var kept in rows.LookUpsAsync(pass.Master, after, cancellation))
        {
            var hash = kept.LookUp.PersonHash;
            if (!persons.TryGetValue(hash, out var anew))
                persons[hash] = anew = await PersonOfAsync(kept.LookUp, cancellation) ?? await PersonOfAsync(hash, cancellation);
            var done = anew is not null && await rows.TryPutAsync(kept, anew, cancellation);
            pass = done ? pass.Wrapped(LookupKinds.LookUps, PersonHash.KeyOf(hash)) : pass.Saw(LookupKinds.LookUps, PersonHash.KeyOf(hash));
            if (go.Did(kept.Cursor, done))
                return pass;
        }
        return pass;
    }

    private async Task<KeyPass> ClaimsAsync(KeyPass pass, Go go, string? after, CancellationToken cancellation)
    {
        await foreach (var kept in rows.ClaimsAsync(pass.Master, after, cancellation))
        {
            var (kind, key) = (LookupKinds.OfClaim(kept.Claimed.CaseId), PersonHash.KeyOf(kept.Text));
            // Of complaints, objections and changes the journal does not tell under what they were claimed: who sends one twice does it within the hour.
            var anew = kind == LookupKinds.Claims ? await ClaimOfAsync(kept.Claimed.CaseId, cancellation) : null;
            var isOver = anew is null && await IsOverAsync(kept, cancellation);
            if (anew is not null)
                await claims.MoveAsync(kept.Text, anew, kept.Claimed, cancellation);
            else if (isOver)
                await claims.RemoveAsync(kept.Text, cancellation);
            pass = anew is not null ? pass.Wrapped(kind, key) : isOver ? pass : pass.Saw(kind, key);
            if (go.Did(kept.Cursor, anew is not null || isOver))
                return pass;
        }
        return pass;
    }

    private async Task<KeyPass> PersonsAsync(KeyPass pass, Go go, string? after, CancellationToken cancellation)
    {
        await foreach (var row in rows.PersonsAsync(pass.Master, after, cancellation))
        {
            var moved = await MoveAsync(row, cancellation);
            if (moved)
                await rows.RemoveAsync(row, cancellation);
            pass = moved ? pass.Wrapped(LookupKinds.Persons, PersonHash.KeyOf(row.Text)) : pass.Saw(LookupKinds.Persons, PersonHash.KeyOf(row.Text));
            if (go.Did(row.Cursor, moved))
                return pass;
        }
        return pass;
    }

    private async Task<KeyPass> SlipsAsync(KeyPass pass, Go go, string? after, CancellationToken cancellation)
    {
        var today = clock.Today();
        await foreach (var slip in rows.SlipsAsync(AgentApplying.ClientPrefix, pass.Master, after, cancellation))
        {
            var (file, isBroken) = await LookAsync(slip.CaseId, cancellation);
            var mayCome = file is { Current: var current } && AgentApplying.IsUnclaimed(current) && (current.ClosedAt is not { } closed || today <= BeijingTime.DayOf(closed).AddDays(DaysOfCodes));
            if (isBroken || mayCome)
                pass = pass.Saw(LookupKinds.Slips, slip.Key);
            if (go.Did(slip.Cursor, false))
                return pass;
        }
        return pass;
    }

    private string KeyOf(PostedNotice notice) => notice.NeedsNoKey ? KeyTally.Without
        : personal.NoticeSecrets(notice.CaseId, notice.Round).FirstOrDefault(secret => NoticeNumber.IsOf(notice.Number, secret)) is { } secret ? PersonHash.KeyOf(secret) : KeyTally.Without;
}
