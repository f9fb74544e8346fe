using System.Globalization;
using System.Text.Json.Nodes;
using OneVisit.Local.DirectLine.History;

namespace OneVisit.Local.DirectLine.Conversations;

/// <summary>
/// One conversation in this process: gives out places and watermarks, writes, and tells the open streams, all under one lock, so that a stream that opens
/// in between sees each activity once. The watermark only rises.
/// </summary>
internal sealed class Conversation(ConversationRow row, HistoryStore store, AttachmentLinks links, DirectLineOptions options)
{
    private readonly Lock gate = new();
    private readonly List<Listener> listeners = [];

    // Held while the bot has a turn, and given in the order in which it was asked for.
    private readonly SemaphoreSlim turn = new(1, 1);
    private ConversationRow row = row;
    private DateTimeOffset last;

    public string Id => row.Id;

    public bool Started => row.Started;

    public Member? Member => row.Member;

    /// <summary>Of the last change.</summary>
    public long Watermark => row.Watermark;

    /// <summary>True for the one call that began it.</summary>
    public bool Start()
    {
        lock (gate)
        {
            if (row.Started) return false;
            Keep(row with { Started = true });
            return true;
        }
    }

    /// <summary>True for the one call that made <paramref name="who"/> the person of this conversation.</summary>
    public bool Meet(Member who)
    {
        lock (gate)
        {
            if (row.Member is not null) return false;
            Keep(row with { Member = who });
            return true;
        }
    }

    /// <summary>Writes down what a person says; with it goes their arrival, if these are their first words. The bot's turns have the order of the ids.</summary>
    public Speech Say(JsonObject given, Member who)
    {
        lock (gate)
        {
            var said = Add(false, (id, at) => ActivityForm.FromPerson(given, Id, id, at, who));
            JsonObject[] arrival = Meet(who) ? [Announce(who)] : [];
            return new Speech([.. arrival, said], turn);
        }
    }

    /// <summary>What the channel itself tells the bot.</summary>
    public Speech Tell(params JsonObject[] announcements) => new(announcements, turn);

    public JsonObject Hear(JsonObject given) => ActivityForm.IsForPages(given)
        ? Add(true, (id, at) => ActivityForm.FromBot(given, Id, id, at))
        : ActivityForm.FromBot(given, Id, PassingId(), options.Clock.GetUtcNow());

    /// <summary>An announcement for the bot alone: <paramref name="who"/> joined, or the bot itself when null.</summary>
    public JsonObject Announce(Member? who, string? locale = null) => ActivityForm.Joined(who, locale, Id, PassingId(), options.Clock.GetUtcNow());

    public void Replace(ActivityRow earlier, JsonObject given) => Change(earlier, ActivityForm.Updated(given, earlier), gone: false);

    public void Withdraw(ActivityRow earlier) => Change(earlier, ActivityForm.Withdrawn(earlier), gone: true);

    /// <summary>The first page of what is newer than a watermark.</summary>
    public ReadOnlyMemory<byte> Since(long watermark)
    {
        lock (gate) return PageSince(watermark).Set;
    }

    /// <summary>Opens a stream that begins with what is newer than the watermark.</summary>
    public Listener Listen(long watermark)
    {
        var listener = new Listener(Leave);
        lock (gate)
        {
            var page = PageSince(watermark);
            listener.Offer(page.Set);
            while (page.Full) listener.Offer((page = PageSince(page.Watermark)).Set);
            listeners.Add(listener);
        }

        return listener;
    }

    // Who reads from the beginning finds what was changed later in its place, as far as both are on one page.
    private (ReadOnlyMemory<byte> Set, long Watermark, bool Full) PageSince(long watermark)
    {
        var activities = store.Since(Id, watermark);
        var full = activities.Count == Limits.Page;
        var next = full ? activities[^1].Watermark : row.Watermark;
        if (watermark == 0) activities.Sort((one, other) => one.Place.CompareTo(other.Place));
        return (ActivitySet.Of(activities.Select(activity => links.Open(activity.Body, Id)), next), next, full);
    }

    // Written first: what could not be is not so.
    private void Keep(ConversationRow next)
    {
        store.Save(next);
        row = next;
    }

    private void Leave(Listener listener)
    {
        lock (gate) listeners.Remove(listener);
    }

    private JsonObject Add(bool fromBot, Func<string, DateTimeOffset, JsonObject> form)
    {
        lock (gate)
        {
            var at = Now();
            var next = row.Watermark + 1;
            var activity = form(Id + "|" + next.ToString("D7", CultureInfo.InvariantCulture), at);
            links.Keep(activity, Id);
            if (ActivityForm.IsPassing(activity)) activity["id"] = PassingId();
            var body = Wire.Write(activity);
            if (!ActivityForm.IsPassing(activity))
            {
                store.Save(new ActivityRow(Id, next, next, activity.Text("id")!, fromBot, at, body));
                row = row with { Watermark = next };
            }

            Publish(body);
            return activity;
        }
    }

    private void Change(ActivityRow earlier, JsonObject activity, bool gone)
    {
        lock (gate)
        {
            var next = row.Watermark + 1;
            links.Keep(activity, Id);
            var body = Wire.Write(activity);
            if (gone) store.Remove(earlier, next);
            else store.Save(earlier with { Watermark = next, Body = body });
            row = row with { Watermark = next };
            Publish(body);
        }
    }

    private void Publish(byte[] body)
    {
        if (listeners.Count == 0) return;
        var set = ActivitySet.Of([links.Open(body, Id)], row.Watermark);
        foreach (var listener in listeners) listener.Offer(set);
    }

    // Web Chat sorts by timestamp: a clock set back must not reorder what was said.
    private DateTimeOffset Now()
    {
        var now = options.Clock.GetUtcNow();
        return last = now > last ? now : last;
    }

    private string PassingId() => $"{Id}|{Guid.NewGuid():N}";
}
