using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Services;
using OneVisit.Domain.Understanding;

namespace OneVisit.Conversation.Resident;

/// <summary>
/// Somebody asks for what this front door does not offer: said honestly, with who does. Only where nothing is being filled in, and only when it is
/// clear; a story of hardship goes on to the questions.
/// </summary>
internal static class Referral
{
    private const int LongestWish = 60;

    // The allowances for town and country are one wish in two words; which it is, the questions find out.
    private const string OfferedGroup = "D1.";

    public static bool Hear(Turn turn, Reply reply)
    {
        if (turn.World.Reception is not { } reception || reply.Token is not null || !turn.State.Stage.IsOpeningOrHome() || reply.Text.Length > LongestWish) return false;
        if (reception.Find(reply.Text) is not { Sure: true, Best: var best }) return false;
        if (best.Code == Meanings.OffTopic) return (best.Topic != Reception.OtherTopic || TellsNothing(turn, reply)) && Refer(turn, reception.OfficeFor(best.Topic));
        return !best.Code.StartsWith(OfferedGroup, StringComparison.Ordinal) && turn.World.FindService(best.Code) is { } service && Refer(turn, service);
    }

    private static bool Refer(Turn turn, OtherOffice office)
    {
        var (who, phone) = (office.Call.Who.In(turn.State.Language), office.Call.Phone);
        Answer(turn, office.Topic == Reception.OtherTopic
            ? turn.Book[Phrase.OtherMatter, who, phone]
            : turn.Book[Phrase.OtherOffice, office.Subject.In(turn.State.Language), who, phone]);
        return true;
    }

    private static bool Refer(Turn turn, Service service)
    {
        var language = turn.State.Language;
        var who = turn.Book[service.Kind == ServiceKind.Delegated ? Phrase.TownshipHandles : Phrase.BureauHandles, turn.TownshipName];
        Answer(turn, turn.Book[Phrase.OtherService, service.Name.In(language), service.Summary.In(language), turn.ServiceName, who, turn.World.HelpPhone]);
        return true;
    }

    private static void Answer(Turn turn, string words)
    {
        turn.State = turn.State with { Misses = 0 };
        turn.Say(words, turn.Current().Choices(turn));
    }

    private static bool TellsNothing(Turn turn, Reply reply) => StoryReader.Read(reply.Plain, turn.State.Household).IsEmpty(turn.State.Household);
}
