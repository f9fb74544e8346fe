using System.Collections.Immutable;
using System.Security.Cryptography;
using OneVisit.Bot.State;
using OneVisit.Catalogue;
using OneVisit.Conversation;
using OneVisit.Domain;

namespace OneVisit.Bot.Turns;

/// <summary>The two conversations there are, by the catalogue in force.</summary>
internal sealed class Dialogues(CatalogueShelf shelf, BotSettings settings, TimeProvider clock)
{
    /// <summary>The service this front door offers: rural subsistence allowance (农村低保).</summary>
    internal const string Service = "D1.2";

    private volatile Dialogue? latest;

    /// <summary>The conversations of now. A turn takes them once and goes by them to its end, however the day changes meanwhile.</summary>
    public Dialogue Now()
    {
        var city = shelf.InForce;
        // A catalogue without our service leaves us with the one we came with.
        if (city.Find(Service) is null) city = shelf.BuiltIn;
        if (latest is { } there && there.City == city) return there;
        return latest = new Dialogue(
            city, new ResidentDialogue(WorldOf(city)), new StaffDesk(new Uri(settings.PublicUrl, "staff/papers/"), city.Find(Service)), clock);
    }

    public static Language LanguageOf(Talk talk) => talk.Staff?.Language ?? talk.Resident?.Language ?? Language.Chinese;

    private DialogueWorld WorldOf(CityCatalogue city) =>
        new(city.Find(Service) ?? throw new InvalidOperationException(Service), city.ParametersOn, city.Places,
            () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)))
        {
            HelpPhone = settings.HelpPhone,
            PublicPages = settings.PublicUrl,
            Reception = city.Reception,
            Interview = city.Interview,
            Services = city.Services,
            LifeEvents = city.LifeEvents,
            Calendar = city.Calendar,
            Grades = city.Grades,
            EvidenceOf = city.EvidenceOf,
        };

    /// <summary>The page speaks another language than before: so does the conversation.</summary>
    public static Talk InLocale(Talk talk, bool staff, string? locale)
    {
        if (locale is null || locale == talk.Locale) return talk;
        var language = Languages.Parse(locale);
        return staff
            ? talk with { Locale = locale, Staff = (talk.Staff ?? new StaffState()) with { Language = language } }
            : talk with { Locale = locale, Resident = (talk.Resident ?? new DialogueState()) with { Language = language, LanguageChosen = talk.Locale is not null } };
    }
}

/// <summary>Both conversations by one catalogue, behind one face.</summary>
internal sealed record Dialogue(CityCatalogue City, ResidentDialogue Resident, StaffDesk Desk, TimeProvider Clock)
{
    public Move Next(Talk talk, bool staff, Heard heard)
    {
        if (staff)
        {
            if (talk.Client is { } client && !StaffDesk.Wants(heard)) return WithClient(talk, client, heard);
            var work = Desk.Next(talk.Staff ?? new StaffState(), heard);
            var after = talk with { Staff = work.State };
            // The agent turned to a client, or left one: what was told so far goes with it.
            if (work.State.Applying is not { } agent) return new Move(after with { Client = null }, work.Says, work.Effect);
            return talk.Client is not null && heard is not Heard.EffectAnswered { Result: EffectResult.Myself }
                ? new Move(after, work.Says, work.Effect)
                : WithClient(after, talk.Client ?? new DialogueState { Client = agent, Language = work.State.Language, LanguageChosen = true }, new Heard.Joined());
        }
        var step = Resident.Next(talk.Resident ?? new DialogueState(), heard, Clock.GetUtcNow());
        return new Move(talk with { Resident = step.State }, step.Says, step.Effect);
    }

    // The one interview, held by an agent. With the receipt the client's details are gone from it, and the desk is back.
    private Move WithClient(Talk talk, DialogueState client, Heard heard)
    {
        var step = Resident.Next(client, heard, Clock.GetUtcNow());
        var done = step.State.Stage == Stage.Home && step.Effect is null;
        return new Move(
            talk with { Client = done ? null : step.State, Staff = done ? (talk.Staff ?? new StaffState()) with { Applying = null } : talk.Staff },
            done ? [.. step.Says, Desk.BackFromClient(talk.Staff ?? new StaffState())] : step.Says, step.Effect);
    }
}

/// <summary>A step of either conversation.</summary>
internal sealed record Move(Talk Talk, ImmutableArray<Say> Says, Effect? Effect);
