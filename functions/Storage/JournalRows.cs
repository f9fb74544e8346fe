using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Data.Tables;
using OneVisit.Domain.Audit;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;

namespace OneVisit.Storage;

/// <summary>Entries as table rows, and back.</summary>
internal static class JournalRows
{
    /// <summary>Row key of the row that notes where the journal ends; letters sort after digits.</summary>
    public const string Head = "head";

    /// <summary>Row key of the row that holds the journal's data key, outside the chain.</summary>
    public const string Key = "key";

    /// <summary>Names the append that wrote a row, so that a writer recognises its own after a lost answer.</summary>
    public const string Attempt = "Attempt";

    /// <summary>Of the head: what only programs with a key can write.</summary>
    public const string Seal = "Seal";

    // Of a row whose content was erased.
    private const string Blank = "Blank";

    public static string KeyOf(int sequence) => sequence.ToString("D8", CultureInfo.InvariantCulture);

    /// <param name="seal">See <see cref="HeadSeal"/>; <c>null</c>: whoever writes it has no key.</param>
    public static TableEntity HeadRow(string caseId, ChainedEntry last, string attempt, string? seal)
    {
        var row = new TableEntity(Keys.Of(caseId), Head) { ["Version"] = last.Sequence, ["Hash"] = last.Hash, [Attempt] = attempt };
        if (seal is not null)
            row[Seal] = seal;
        return row;
    }

    /// <summary>Where the head of a journal says that it stands; <c>null</c>: there is none.</summary>
    public static JournalHead? HeadOf(TableEntity? row) => row is null ? null : new(row.GetInt32("Version") ?? 0, row.GetString("Hash") ?? "");

    /// <param name="type">Stored name of what happened.</param>
    public static TableEntity RowOf(string caseId, ChainedEntry entry, string type, string attempt)
    {
        var row = new TableEntity(Keys.Of(caseId), KeyOf(entry.Sequence))
        {
            ["At"] = entry.At.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
            ["Type"] = type,
            ["Participant"] = entry.Actor.Participant,
            ["Name"] = entry.Actor.Name,
            ["Role"] = entry.Actor.Role.Code(),
            ["Office"] = entry.Actor.Office,
            ["PreviousHash"] = entry.PreviousHash,
            ["Hash"] = entry.Hash,
            [Attempt] = attempt,
        };
        if (entry.Actor.OnBehalfOf is { } principal)
            row["OnBehalfOf"] = JsonSerializer.Serialize(principal, JournalJson.Options);
        LongText.Put(row, "Body", entry.Body);
        return row;
    }

    public static TableEntity KeyRow(JournalKey key)
    {
        var row = new TableEntity(Keys.Of(key.Journal), Key) { ["DataKey"] = key.Id, ["Master"] = key.Master };
        if (key.Wrapped is { } wrapped)
            row["Wrapped"] = wrapped;
        return row;
    }

    /// <summary>Its journal is given as the key of its partition.</summary>
    public static JournalKey KeyOf(TableEntity row) =>
        new(row.PartitionKey, row.GetString("DataKey") ?? "", row.GetString("Master") ?? "", row.GetString("Wrapped"));

    /// <summary>When an entry was written, its content erased or not.</summary>
    public static DateTimeOffset AtOf(TableEntity row) => DateTimeOffset.Parse(row.GetString("At"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public static bool IsBlank(TableEntity row) => row.GetBoolean(Blank) == true;

    /// <summary>The row without anything that was told in it: what happened when, in which office, and its place in the chain.</summary>
    public static TableEntity BlankOf(TableEntity row)
    {
        var blank = new TableEntity(row.PartitionKey, row.RowKey) { ["Participant"] = "", ["Name"] = "", [Blank] = true };
        foreach (var kept in (string[])["At", "Type", "Role", "Office", "PreviousHash", "Hash", Attempt])
            blank[kept] = row[kept];
        LongText.Put(blank, "Body", "{}");
        return blank;
    }

    /// <exception cref="JournalDamagedException">The row holds no entry, or its words do not open.</exception>
    public static Entry EntryOf(string caseId, TableEntity row, JournalInk? ink) => EntryOf(
        caseId, row, (sequence, at, actor, body, previous, hash) => new Entry(sequence, at, actor, JournalJson.Read(body, ink), body, previous, hash));

    /// <param name="entryOf">Makes an entry of sequence, instant, actor, stored text and the two hashes.</param>
    /// <exception cref="JournalDamagedException">The row holds no entry, or its words do not open.</exception>
    public static T EntryOf<T>(string caseId, TableEntity row, Func<int, DateTimeOffset, Actor, string, string, string, T> entryOf)
    {
        var sequence = int.Parse(row.RowKey, CultureInfo.InvariantCulture);
        try
        {
            var body = LongText.Get(row, "Body");
            var role = Roles.Parse(row.GetString("Role")) ?? throw new FormatException("No such role.");
            var actor = new Actor(row.GetString("Participant"), row.GetString("Name"), role, row.GetString("Office"))
            {
                OnBehalfOf = row.GetString("OnBehalfOf") is { } principal ? JsonSerializer.Deserialize<Principal>(principal, JournalJson.Options) : null,
            };
            var at = AtOf(row);
            return entryOf(sequence, at, actor, body, row.GetString("PreviousHash"), row.GetString("Hash"));
        }
        catch (Exception fault) when (fault is JsonException or FormatException or ArgumentException or InvalidOperationException or InvalidCastException or NotSupportedException or CryptographicException)
        {
            throw new JournalDamagedException(caseId, sequence, fault);
        }
    }
}
