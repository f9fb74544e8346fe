using System.Collections.Immutable;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Interview;

namespace OneVisit.Conversation.Resident;

/// <summary>What happened? Free text; nothing is asked that was told.</summary>
internal sealed class StoryScene(Stage stage) : Scene(stage)
{
    public override ImmutableArray<Choice> Choices(Turn turn) =>
    [
        Choice(turn, Phrase.ChoiceLowIncome, "poor"),
        Choice(turn, Phrase.ChoiceFind, "find"),
        new(turn.Book[Phrase.ChoiceMyCases], Tokens.MyCases),
        new(turn.Book[Phrase.ChoiceOtherLanguage], Tokens.OtherLanguage),
    ];

    /// <summary>The first page offers the same before and after the greeting.</summary>
    public override string Prefix(Turn turn) => $"{nameof(Stage.Story)}:";

    public override void Ask(Turn turn) => turn.Say(turn.Book[Stage == Stage.Greeting ? Phrase.Hello : Phrase.StoryAgain], Choices(turn));

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.StoryUnclear];

    public override bool Hear(Turn turn, Reply reply) => reply.Token switch
    {
        "poor" => Begin(turn, Relevance.OfService(turn.World.Interview, turn.World.Service.Code)),
        "find" => FinderScene.Open(turn),
        _ => Understand(turn, reply),
    };

    /// <summary>Reads a story, adds it to what is known, and says what was understood.</summary>
    public static bool Understand(Turn turn, Reply reply)
    {
        var reading = StoryReader.Read(reply.Readable, turn.State.Household);
        var village = reading.Place is { } place && turn.World.Places.Locate(place).OneVillage is { } found ? found.Code : turn.State.MentionedVillage;
        // An agent speaks of a client anyway.
        var acting = turn.State.Client is null ? ActingReader.Read(reply.Readable) : null;
        var onlyActing = reading.IsEmpty(turn.State.Household) && village == turn.State.MentionedVillage;
        if (onlyActing && acting is null) return false;
        var grieving = reading.Grief && !turn.State.Condoled;
        turn.State = turn.State with
        {
            Story = StoryText.Add(turn.State.Story, reply.Text, turn.Book[Phrase.NumberHidden]),
            Services = [.. turn.State.Services.Union(reading.Services.SelectMany(code => Relevance.OfService(turn.World.Interview, code)))],
            Understood = [.. turn.State.Understood.Union(reading.Events)],
            Household = reading.Household,
            MentionedWage = reading.Wage ?? turn.State.MentionedWage,
            MentionedVillage = village,
            Condoled = turn.State.Condoled || grieving,
            Misses = 0,
        };
        if (acting is not null) Acting.Tell(turn, acting);
        if (onlyActing && turn.State.Understood.IsEmpty && turn.State.Services.IsEmpty && turn.State.Household == new Contracts.HouseholdFacts())
        {
            turn.State = turn.State with { Stage = Stage.Story };
            turn.Say(acting!.Another ? turn.Book[Phrase.ActingStory, Acting.PersonOf(turn)] : turn.Book[Phrase.StoryAgain], turn.Current().Choices(turn));
            return true;
        }
        if (reading.OnlyWish && turn.State.Understood.Length == reading.Events.Length && Referral.Unclear(turn, reply)) return true;
        if (grieving) turn.Lead(turn.Book[Phrase.Condolence]);
        if (reading.OnlyWish && turn.State.Understood.Length == reading.Events.Length && acting is null && turn.State.Household == new Contracts.HouseholdFacts()) return Begin(turn, []);
        turn.GoTo(Stage.ConfirmStory);
        return true;
    }

    /// <summary>The first question about these services, and those that the story already brought in.</summary>
    public static bool Begin(Turn turn, System.Collections.Immutable.ImmutableArray<string> services)
    {
        turn.State = turn.State with { Services = [.. turn.State.Services.Union(services)], Misses = 0, Reviewed = false, LifeEvent = null };
        if (turn.State.Services.IsEmpty) turn.State = turn.State with { Services = Relevance.OfService(turn.World.Interview, turn.World.Service.Code) };
        if (turn.Interviewed is Domain.Interview.Step.Ask && Acting.IsForAnother(turn)) turn.Lead(turn.Book[Phrase.ActingHousehold, Acting.PersonOf(turn)]);
        if (turn.Interviewed is Domain.Interview.Step.Ask { StillToCome: var count })
            turn.Lead(count == 1 ? turn.Book[Phrase.InterviewStartOne] : turn.Book[Phrase.InterviewStart, count]);
        turn.Continue();
        return true;
    }
}
