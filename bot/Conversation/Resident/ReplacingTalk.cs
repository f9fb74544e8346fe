using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Resident;

/// <summary>「换个代办员」: another agent for a case that is on its way, or a first one. It lies over whatever else is going on.</summary>
internal static class ReplacingTalk
{
    /// <summary>Of which case? Asked only where there are several.</summary>
    public static void AskWhich(Turn turn, ImmutableArray<CaseSummary> cases)
    {
        var open = cases.Where(each => each.Status == "open").ToArray();
        if (open.Length == 0) turn.Say(turn.Book[Phrase.ReplaceNone], turn.Current().Choices(turn));
        else if (open.Length == 1) Begin(turn, open[0].CaseId);
        else turn.Say(turn.Book[Phrase.ReplaceWhich], [.. open.Take(10).Select(each => new Choice($"{each.CaseId} {turn.NameOf(each.Service)}", Tokens.Replace + each.CaseId)), new Choice(turn.Book[Phrase.ChoiceNotNow], Tokens.RestartNo)]);
    }

    public static void Begin(Turn turn, string caseId) => MandateTalk.GoTo(turn, new MandatePlan { CaseId = caseId });

    public static bool Hear(Turn turn, Reply reply) => turn.State.Mandating is { } plan && MandateTalk.Hear(turn, plan, reply);

    public static bool Press(Turn turn, string value)
    {
        if (value.StartsWith(Tokens.Replace, StringComparison.Ordinal) && CaseIds.Looks(value.AsSpan(Tokens.Replace.Length)))
        {
            Begin(turn, value[Tokens.Replace.Length..]);
            return true;
        }
        return turn.State.Mandating is { } plan && value.StartsWith(MandateTalk.Prefix, StringComparison.Ordinal)
            && MandateTalk.Hear(turn, plan, new Reply("", "", value[MandateTalk.Prefix.Length..]));
    }

    /// <summary>It is given: who comes now; and where it is still to be signed, the page on which it is.</summary>
    public static void Given(Turn turn, CaseView view)
    {
        turn.State = turn.State with { Mandating = null };
        if (view.Mandate is { State: "awaits-signature" }) SignCard(turn, view.CaseId);
        turn.Say(
            view.Mandate is { State: "awaits-signature" } ? turn.Book[Phrase.MandateWaits] : turn.Book[Phrase.ReplaceDone, Markdown.Escape(view.Mandate?.HolderName ?? "")],
            turn.Current().Choices(turn));
    }

    /// <summary>The link to the page on which the mandate of a case is read and signed.</summary>
    public static void SignCard(Turn turn, string caseId) => turn.Show(new Say.Card(
        Parts.Card(
            Domain.Languages.Code(turn.State.Language), turn.Book[Phrase.MandateSignTitle], Parts.Title(turn.Book[Phrase.MandateSignTitle]),
            Parts.Text($"[{turn.Book[Phrase.CardFormSign]}]({FormAddress.ToSign(caseId, FilledForms.Mandate)})"), Parts.Quiet(caseId)),
        turn.Book[Phrase.MandateSignTitle]));
}
