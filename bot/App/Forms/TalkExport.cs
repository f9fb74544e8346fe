using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OneVisit.Bot.Pages;
using OneVisit.Bot.State;
using OneVisit.Bot.Turns;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Conversation;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Retention;

namespace OneVisit.Bot.Forms;

/// <summary>
/// What the bot itself keeps of its talk with a resident, put beside what the back office keeps of them: <c>chat.txt</c> to read, <c>chat.json</c> for a program. Whatever a talk comes to
/// hold is in it by itself, unless somebody came back to it since, who may be another of the household; what would let somebody else speak as this person is not.
/// </summary>
internal sealed class TalkExport(Dialogues dialogues, CatalogueShelf shelf, PageWords words)
{
    // The channel's token, what was proven, under which names they are known to us, and the work of staff.
    private static readonly string[] OfTalk = [nameof(Talk.Line), nameof(Talk.Proofs), nameof(Talk.Participant), nameof(Talk.AddressDigest), nameof(Talk.Answered), nameof(Talk.Conversation), nameof(Talk.Staff), nameof(Talk.Client), nameof(Talk.Ended), nameof(Talk.Waiting), nameof(Talk.Outcomes)];
    private static readonly string[] OfErrand = [nameof(PendingErrand.Proofs), nameof(PendingErrand.ServiceUrl)];

    // Where a file lies in the channel is a key to it.
    private static readonly string[] OfFiles = [nameof(IncomingFile.Url)];

    /// <param name="zip">From the back office; can be read, written and sought.</param>
    /// <returns>The same, at its beginning.</returns>
    public Stream Beside(Stream zip, Talk talk, Language language, DateTimeOffset now)
    {
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Update, leaveOpen: true))
        {
            Put(archive, "chat.txt", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(ToRead(talk, language, now))]);
            Put(archive, "chat.json", JsonSerializer.SerializeToUtf8Bytes(ForPrograms(talk, now), Wire.Json));
        }
        zip.Position = 0;
        return zip;
    }

    private static void Put(ZipArchive archive, string name, byte[] content)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(content);
    }

    private static JsonObject ForPrograms(Talk talk, DateTimeOffset now)
    {
        if (talk.IsRetold) talk = new Talk { Locale = talk.Locale, Joined = talk.Joined, IsRetold = true };
        var kept = JsonSerializer.SerializeToNode(talk)!.AsObject();
        Without(kept, OfTalk);
        foreach (var told in kept[nameof(Talk.Unseen)]!.AsArray().OfType<JsonObject>())
        {
            told.Remove(nameof(Unseen.ConversationId));
            told[nameof(Unseen.Notice)]!.AsObject().Remove(nameof(Notice.To));
        }
        foreach (var errand in kept[nameof(Talk.Pending)]!.AsArray().OfType<JsonObject>())
        {
            Without(errand, OfErrand);
            errand[nameof(PendingErrand.Json)] = JsonNode.Parse(errand[nameof(PendingErrand.Json)]!.GetValue<string>());
        }
        WithoutAnywhere(kept, OfFiles);
        return new JsonObject { ["version"] = "1", ["at"] = now.ToString("O"), ["talk"] = kept };
    }

    private static void Without(JsonObject kept, IEnumerable<string> names)
    {
        foreach (var name in names) kept.Remove(name);
    }

    private static void WithoutAnywhere(JsonNode? kept, string[] names)
    {
        if (kept is JsonArray list)
        {
            foreach (var item in list) WithoutAnywhere(item, names);
        }
        else if (kept is JsonObject one)
        {
            Without(one, names);
            foreach (var (_, inner) in one) WithoutAnywhere(inner, names);
        }
    }

    private string ToRead(Talk talk, Language language, DateTimeOffset now) => string.Join("\r\n\r\n", Parts(talk, language, now).Where(part => part.Length > 0)) + "\r\n";

    private IEnumerable<string> Parts(Talk talk, Language language, DateTimeOffset now)
    {
        var (state, draft) = (talk.Resident ?? new DialogueState(), talk.Resident?.Draft ?? new Draft());
        var recalled = dialogues.Now().Resident.Recall(state with { Language = language }, now);
        yield return $"{Say("ownTalkTitle")}\r\n{now.ToOffset(BeijingTime.Offset):yyyy-MM-dd HH:mm}";
        yield return KeptFor(language, now);
        if (talk.IsRetold)
        {
            yield return recalled.Where ?? Say("ownTalkNothing");
            yield return Say("ownTalkEarlier");
            yield break;
        }
        yield return Labelled("ownTalkLanguage", [words[state.Language, "ownTalkLanguageName"]]);
        yield return recalled.Where ?? Say("ownTalkNothing");
        yield return Labelled("ownTalkStory", [state.Story]);
        yield return Labelled("ownTalkTold", recalled.Told);
        yield return Labelled("ownTalkDraft", [draft.Name, draft.IdNumber, draft.Phone, draft.Acting?.Name, draft.Acting?.IdNumber, draft.Acting?.Phone]);
        yield return Labelled("ownTalkNaming", [state.Naming?.Name, state.Naming?.IdNumber, state.Naming?.Phone]);
        yield return Labelled("ownTalkComplaint", [state.Complaint?.Words, state.Complaint?.Contact]);
        yield return Labelled("ownTalkLines", state.Transcript.Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()));
        yield return talk.Pending.IsEmpty ? "" : Say("ownTalkPending", talk.Pending.Length);
        yield return talk.Unseen.IsEmpty ? "" : Say("ownTalkUnseen", talk.Unseen.Length);
        yield return Say("ownTalkFiles");
        yield return Say("ownTalkNot");

        string Say(string key, params object?[] facts) => string.Format(null, words[language, key], facts);
        string Labelled(string key, IEnumerable<string?> lines) => lines.Where(line => !string.IsNullOrEmpty(line)).ToArray() is { Length: > 0 } told ? $"{Say(key)}\r\n{string.Join("\r\n", told.Select(line => $"- {line}"))}" : "";
    }

    // How long is the city's to set; where nothing is set, nothing is promised.
    private string KeptFor(Language language, DateTimeOffset now) => shelf.InForce.Retention.Of(DataClass.Chat, BeijingTime.DayOf(now)) is { Keep: { } keep, Law: var law }
        ? string.Format(null, words[language, "ownTalkKept"], string.Format(null, words[language, keep.Days > 0 ? "ownTalkDays" : "ownTalkMonths"], keep.Days > 0 ? keep.Days : keep.Months), law.In(language))
        : words[language, "ownTalkKeptOpen"];
}
