using System.Collections.Immutable;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Resident;

/// <summary>Which services to apply for. Of two that cannot be drawn together the person chooses, with both sums before their eyes.</summary>
internal sealed class ChoosingScene() : Scene(Stage.Choosing)
{
    public override ImmutableArray<Choice> Choices(Turn turn) =>
        [.. VerdictScene.Possible(turn).Select(service => Choice(turn, service.Name.In(turn.State.Language), PostedAnswers.Open + service.Code)), Choice(turn, Phrase.ChoiceNotNow, "no")];

    public override void Ask(Turn turn)
    {
        var ticked = VerdictScene.Ready(turn);
        // Of two that exclude each other neither is ticked for anybody.
        var either = Standing.Exclusive(Standing.Of(turn).Where(standing => standing.Place == Place.Likely)).SelectMany(pair => new[] { pair.One.Service, pair.Other.Service }).ToArray();
        turn.Show(TickCard.Services(
            turn.Book, turn.Book[Phrase.ChooseServices], Prefix(turn), VerdictScene.Possible(turn).Select(service => (service.Name.In(turn.State.Language), service.Code)),
            ticked.Where(service => !either.Contains(service)).Select(service => service.Code)));
        turn.Say(turn.Book[Phrase.TickHint], Choices(turn));
    }

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.ChooseUnclear];

    public override bool Hear(Turn turn, Reply reply)
    {
        var possible = VerdictScene.Possible(turn);
        var picked = reply.Token is { } token
            ? token.StartsWith(PostedAnswers.Open) ? [.. token[1..].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => possible.FirstOrDefault(service => service.Code == code)).OfType<Service>().Distinct()] : token == "no" ? [] : (ImmutableArray<Service>?)null
            : PickReader.Read(reply.Readable, [.. possible.Select(service => service.Name.In(turn.State.Language))]) switch
            {
                Picks.Of of => [.. of.Entries.Select(entry => possible[entry])],
                Picks.None => [],
                _ => AnswerReader.YesNo(reply.Readable) == false ? [] : null,
            };
        if (picked is not { } services) return false;
        if (services.IsEmpty)
        {
            turn.State = turn.State with { Stage = Stage.Verdict, Misses = 0 };
            turn.Say(turn.Book[Phrase.PrivacyRefused, turn.World.HelpPhone], turn.Current().Choices(turn));
            return true;
        }
        var likely = Standing.Of(turn).Where(standing => standing.Place == Place.Likely && services.Contains(standing.Service));
        if (Standing.Exclusive(likely) is not [var (one, other), ..]) return VerdictScene.Apply(turn, services);
        turn.Lead(turn.Book[Phrase.ChooseOne, turn.NameOf(one.Service), turn.NameOf(other.Service)]);
        Ask(turn);
        return true;
    }
}
