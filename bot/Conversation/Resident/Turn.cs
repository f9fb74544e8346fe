using System.Collections.Immutable;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Interview;
using OneVisit.Domain.Places;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Resident;

/// <summary>One turn being made: the state as it changes, what has been said so far, what is to be done.</summary>
internal sealed class Turn(DialogueWorld world, DialogueState state, DateTimeOffset now)
{
    private readonly ImmutableArray<Say>.Builder says = ImmutableArray.CreateBuilder<Say>();
    private readonly Interview interview = new(world, BeijingTime.DayOf(now));
    private string? lead;

    public DialogueWorld World => world;

    public DialogueState State { get; set; } = Earlier.Brought(state, world);

    public DateOnly Today => BeijingTime.DayOf(now);

    public Phrasebook Book => Phrasebook.Of(State.Language);

    public Effect? Effect { get; private set; }

    /// <summary>Everything told so far.</summary>
    public Told Told => interview.Told(State);

    public Household Household => interview.Household(State);

    /// <summary>What the interview wants next, with the verdicts so far.</summary>
    public Domain.Interview.Step Interviewed => interview.Step(State);

    public Interviewer Interviewer => interview.Interviewer(State);

    /// <summary>Services in play that have rules, with their verdicts.</summary>
    public ImmutableArray<ServiceVerdict> Verdicts => Interviewed.Verdicts;

    /// <summary>Services wished for that have no rules to measure by: they are explained.</summary>
    public IEnumerable<Service> WithoutRules =>
        State.Services.Where(code => !Verdicts.Any(verdict => verdict.Service == code)).Select(world.Find).OfType<Service>();

    /// <summary>Services being applied for; before any is chosen, the one that stands in.</summary>
    public ImmutableArray<Service> Chosen => State.Chosen.Select(world.Find).OfType<Service>().ToImmutableArray() is { IsEmpty: false } chosen ? chosen : [world.Service];

    /// <summary>The one list of all that is applied for, as the back office reckons it; until the mandate is decided what an agent needs stays on it.</summary>
    public MaterialList Materials => Acting.Wanted(this) is { } evidence ? Listed.Showing(evidence, Chosen.Select(service => service.Code)) : Listed;

    private MaterialList Listed => MaterialList.For(Chosen, Household, Today, Acting.IsEntrusted(this) ? false : State.Draft.Mandate);

    /// <summary>What is applied for, as it stands inside a sentence.</summary>
    public string ServiceNames => Book.List(Chosen.Select(NameOf));

    /// <summary>A service as it stands inside a sentence; its code when the catalogue has it no longer.</summary>
    public string NameOf(string code) => world.Find(code) is { } service ? NameOf(service) : code;

    public string NameOf(Service service) =>
        service.Name.In(State.Language) is var name && State.Language == Domain.Language.English ? $"{char.ToLowerInvariant(name[0])}{name[1..]}" : name;

    /// <summary>The township of the applicant's village, as far as known, or words for "your township".</summary>
    public string TownshipName
    {
        get
        {
            var village = State.Draft.Village ?? State.MentionedVillage;
            var township = village is null ? null : Township(village);
            return township is null ? Book[Phrase.YourTownship] : Markdown.Escape(township.Name.In(State.Language));
        }
    }

    public string VillageName(string code) => world.Places.Village(code) is { } village ? village.Name.In(State.Language) : code;

    /// <summary>Village with its township, as one writes it in the language.</summary>
    public string FullVillageName(string code) =>
        Township(code) is { } township ? Book[Phrase.VillageInTownship, VillageName(code), township.Name.In(State.Language)] : VillageName(code);

    /// <summary>The same down to the grid, where there is one.</summary>
    public string FullPlaceName(string village, string? grid) => grid is not null && world.Places.Grid(grid) is { } known && world.Places.Village(village) is { } around
        ? Book[Phrase.GridInVillage, FoundPlace.NameBeside(around, known, State.Language), FullVillageName(village)]
        : FullVillageName(village);

    /// <summary>The submission id of the application being prepared, made when it is first needed.</summary>
    public string EnsureSubmissionId()
    {
        var id = State.SubmissionId ?? world.NewSubmissionId();
        State = State with { SubmissionId = id };
        return id;
    }

    /// <summary>Goes in front of whatever is said next, in the same message.</summary>
    public void Lead(string text) => lead = lead is null ? text : $"{lead}\n\n{text}";

    public void Say(string text, params ImmutableArray<Choice> choices)
    {
        says.Add(new Say.Words(lead is null ? text : $"{lead}\n\n{text}", choices));
        lead = null;
    }

    public void Show(Say.Card card)
    {
        FlushLead();
        says.Add(card);
    }

    public void Do(Effect effect) => Effect = effect;

    public Step<DialogueState> End()
    {
        FlushLead();
        return new Step<DialogueState>(State, says.ToImmutable(), Effect);
    }

    private Township? Township(string villageCode) =>
        world.Places.Village(villageCode) is { } village ? world.Places.Township(village.Township) : null;

    private void FlushLead()
    {
        if (lead is null) return;
        says.Add(new Say.Words(lead));
        lead = null;
    }
}
