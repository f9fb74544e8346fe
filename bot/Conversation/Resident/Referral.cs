using System.Collections.Immutable;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Interview;
using OneVisit.Domain.Services;
using OneVisit.Domain.Understanding;

namespace OneVisit.Conversation.Resident;

/// <summary>
/// Somebody says what they want. A service is begun with, together with those that go with it; what the bureau does not do is said honestly, with who
/// does. Only where nothing is being filled in, and only when it is clear; a story of hardship goes on to the questions.
/// </summary>
internal static class Referral
{
    private const int LongestWish = 60;
    private const int MostGuesses = 3;

    // A complaint as long as this tells what happened.
    private const int LeastWords = 12;

    // Who tells of two things tells a story.
    private const int ManyThings = 2;
    private const double LeastScore = 0.08;

    // The allowances for town and country are one wish in two words; which it is, the questions find out.
    private const string AllowanceGroup = "D1.";

    public static bool Hear(Turn turn, Reply reply)
    {
        if (turn.World.Reception is not { } reception || reply.Token is not null || !turn.State.Stage.IsOpeningOrHome() || reply.Text.Length > LongestWish) return false;
        if (turn.State.Stage == Stage.Finding && IsPicked(turn, reply)) return false;
        if (reception.Find(reply.Text) is not { Sure: true, Best: var best }) return false;
        return best.Code switch
        {
            Meanings.OffTopic => (best.Topic != Reception.OtherTopic || TellsNothing(turn, reply)) && Refer(turn, reception.OfficeFor(best.Topic)),
            Meanings.Status => Commands.Press(turn, Tokens.MyCases),
            Meanings.Human => Commands.Press(turn, Tokens.Person),
            Meanings.Complaint => ComplaintTalk.Begin(turn, ComplaintTalk.KindOf(reply), reply.Text.Length >= LeastWords ? reply.Text : null),
            _ => !best.Code.StartsWith(AllowanceGroup, StringComparison.Ordinal) && turn.World.Find(best.Code) is { } service && Begin(turn, reply, service),
        };
    }

    /// <summary>What may have been meant, to press, when nothing is clear.</summary>
    public static ImmutableArray<Choice> Guesses(Turn turn, Reply reply) =>
        turn.World.Reception is not { } reception || !turn.State.Stage.IsOpeningOrHome() || reply.Text.Length == 0
            ? []
            : [.. reception.Find(reply.Text).Ranked.Where(meaning => meaning.Score >= LeastScore).Select(meaning => turn.World.Find(meaning.Code)).OfType<Service>().Take(MostGuesses).Select(service => FinderScene.ServiceChoice(turn, service))];

    /// <summary>A wish and nothing else, which may mean several services: they are offered.</summary>
    public static bool Unclear(Turn turn, Reply reply)
    {
        if (turn.World.Reception is not { } reception || reception.Find(reply.Text) is not { Sure: false } unsure || unsure.Best.Code.StartsWith(AllowanceGroup, StringComparison.Ordinal)) return false;
        if (Guesses(turn, reply) is not { IsEmpty: false } guesses) return false;
        turn.State = turn.State with { Stage = Stage.Story, Understood = [], Services = [] };
        turn.Say(turn.Book[Phrase.DidYouMean], [.. guesses, .. turn.Current().Choices(turn)]);
        return true;
    }

    /// <summary>With facts or events beside the wish, those are confirmed first.</summary>
    private static bool Begin(Turn turn, Reply reply, Service service)
    {
        var services = Relevance.OfService(turn.World.Interview, service.Code);
        var story = StoryReader.Read(reply.Readable, turn.State.Household);
        if (story.Household != turn.State.Household || story.Wage is not null || story.Grief || story.Happened >= ManyThings)
        {
            turn.State = turn.State with { Services = [.. turn.State.Services.Union(services)] };
            return false;
        }
        // What has no rules is told of at once, and in full.
        if (!service.Eligibility.Versions.IsEmpty) turn.Lead($"**{service.Name.In(turn.State.Language)}**{turn.Book.NameOr("format", "colon")}{service.Summary.In(turn.State.Language)}");
        // An agent speaks of a client anyway.
        if (turn.State.Client is null && ActingReader.Read(reply.Readable) is { } acting) Acting.Tell(turn, acting);
        return StoryScene.Begin(turn, services);
    }

    private static bool IsPicked(Turn turn, Reply reply) =>
        PickReader.Read(reply.Readable, [.. turn.Current().Choices(turn).Select(choice => choice.Title)]) is Picks.Of { Entries.Length: 1 };

    private static bool Refer(Turn turn, OtherOffice office)
    {
        var (who, phone) = (office.Call.Who.In(turn.State.Language), office.Call.Phone);
        turn.State = turn.State with { Misses = 0 };
        turn.Say(
            office.Topic == Reception.OtherTopic ? turn.Book[Phrase.OtherMatter, who, phone] : turn.Book[Phrase.OtherOffice, office.Subject.In(turn.State.Language), who, phone],
            turn.Current().Choices(turn));
        return true;
    }

    private static bool TellsNothing(Turn turn, Reply reply) => StoryReader.Read(reply.Readable, turn.State.Household).IsEmpty(turn.State.Household);
}
