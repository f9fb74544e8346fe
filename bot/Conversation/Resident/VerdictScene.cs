using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Resident;

/// <summary>The preliminary verdicts, and whether and for what to apply.</summary>
internal sealed class VerdictScene() : Scene(Stage.Verdict)
{
    private const string Pick = "pick";

    public override ImmutableArray<Choice> Choices(Turn turn)
    {
        var ready = Ready(turn);
        return
        [
            .. ready.Length switch
            {
                0 when Possible(turn).IsEmpty => Array.Empty<Choice>(),
                0 => [Choice(turn, Phrase.ChoiceApplyAnyway, "yes")],
                1 => [Choice(turn, Phrase.ChoiceApply, "yes")],
                _ => [Choice(turn, turn.Book[Phrase.ChoiceApplyAll, ready.Length], "yes"), Choice(turn, Phrase.ChoicePick, Pick)],
            },
            .. turn.State.Answers.IsEmpty && turn.State.Household == new HouseholdFacts() ? Array.Empty<Choice>() : [new Choice(turn.Book[Phrase.ChoiceChange], Tokens.Change)],
            Choice(turn, Phrase.ChoiceNotNow, "no"),
        ];
    }

    public override void Ask(Turn turn)
    {
        turn.Say(string.Join("\n\n", VerdictWords.Full(turn)));
        var all = Standing.Of(turn);
        if (!all.IsEmpty) turn.Show(new Say.Card(VerdictCard.Of(turn, all), turn.Book[Phrase.VerdictCardTitle]));
        turn.Say(turn.Book[Possible(turn).IsEmpty ? Phrase.VerdictAskOffice : Phrase.VerdictQuestion, turn.World.HelpPhone], Choices(turn));
    }

    public override string Why(Turn turn) => string.Join("\n\n", Standing.Of(turn).Select(standing =>
        $"**{standing.Service.Name.In(turn.State.Language)}**\n{string.Join('\n', standing.Findings.Select(finding => $"- {VerdictWords.Finding(turn.Book, finding)} ({Reasons.Cite(turn.Book, finding.Law)})"))}"));

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.VerdictQuestion, turn.World.HelpPhone];

    public override bool Hear(Turn turn, Reply reply)
    {
        if (reply.Token == Pick) return ToChoosing(turn);
        if (reply.Token is null && turn.State.Client is null && ActingReader.Read(reply.Readable) is { } acting && !Possible(turn).IsEmpty)
        {
            Acting.Set(turn, Acting.Of(acting));
            return ApplyForWhatIsReady(turn);
        }
        if (reply.Token is null && PickReader.Read(reply.Readable, [.. Possible(turn).Select(service => service.Name.In(turn.State.Language))]) is Picks.Of { Entries: var named } && !named.IsEmpty && NamesOne(turn, reply.Readable))
            return Apply(turn, [.. named.Select(entry => Possible(turn)[entry])]);
        if (reply.YesNo == true || (reply.Token is null && (reply.Plain.IsCommand("apply") || reply.Plain.IsCommand("all")))) return ApplyForWhatIsReady(turn);
        if (reply.YesNo != false) return false;
        turn.Say(turn.Book[Phrase.PrivacyRefused, turn.World.HelpPhone], Choices(turn));
        return true;
    }

    /// <summary>Begins the application for these services: for whom, the one list of all of them, then who that is.</summary>
    public static bool Apply(Turn turn, ImmutableArray<Service> services)
    {
        turn.State = turn.State with { Applying = true, Chosen = [.. services.Take(SubmitApplication.MostServices).Select(service => service.Code)], Papers = null, ListDue = true, Misses = 0 };
        Acting.StandBack(turn);
        turn.Continue();
        return true;
    }

    /// <summary>Services that can be applied for here, those likely first.</summary>
    public static ImmutableArray<Service> Possible(Turn turn) => [.. turn.WithoutRules.Concat(Standing.Of(turn).Select(standing => standing.Service)).Where(service => service.TakesApplications)];

    /// <summary>Services to apply for without a second thought: likely, or wished for and open to all.</summary>
    public static ImmutableArray<Service> Ready(Turn turn) =>
        [.. turn.WithoutRules.Concat(Standing.Of(turn).Where(standing => standing.Place == Place.Likely).Select(standing => standing.Service)).Where(service => service.TakesApplications)];

    private static bool ApplyForWhatIsReady(Turn turn)
    {
        var ready = Ready(turn) is { IsEmpty: false } some ? some : Possible(turn);
        if (ready.IsEmpty) return false;
        return ready.Length == 1 || (!Ready(turn).IsEmpty && Standing.Exclusive(Standing.Of(turn).Where(standing => standing.Place == Place.Likely)).IsEmpty)
            ? Apply(turn, ready)
            : ToChoosing(turn);
    }

    private static bool ToChoosing(Turn turn)
    {
        turn.GoTo(Stage.Choosing);
        return true;
    }

    // A bare number or a bare yes chooses nothing here: the list is not numbered.
    private static bool NamesOne(Turn turn, string text) => Possible(turn).Any(service => text.Contains(service.Name.Zh[..2], StringComparison.Ordinal) || text.Contains(service.Name.En, StringComparison.OrdinalIgnoreCase));
}
