using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Resident;

/// <summary>「我的办件」: where a case stands, in plain words.</summary>
internal static class CaseTalk
{
    public static void List(Turn turn, ImmutableArray<CaseSummary> cases)
    {
        if (cases.IsEmpty) turn.Say(turn.Book[Phrase.CasesNone], [new Choice(turn.Book[Phrase.ChoiceAppliedBefore], Tokens.Prove + "begin"), .. turn.Current().Choices(turn)]);
        else if (cases.Length == 1) turn.Do(new Effect.ShowCase(cases[0].CaseId));
        else
        {
            var lines = cases.Take(10).Select(each => $"- {turn.Book[Phrase.CaseLine, each.CaseId, Named(turn, each), Status(turn.Book, each.Status, each.CurrentStages, each.DueOn, each.DueState, each.Paused, each.AwaitsAcceptance)]}");
            turn.Say($"{turn.Book[Phrase.CasesHere, cases.Length]}\n\n{string.Join('\n', lines)}", [.. cases.Take(10).Select(each => new Choice(each.CaseId, Tokens.Case + each.CaseId))]);
        }
    }

    public static void Show(Turn turn, CaseView view)
    {
        turn.Lead(turn.Book[Phrase.CaseLine, view.CaseId, turn.NameOf(view.Service), Status(turn.Book, view)]);
        turn.Show(CaseCard.Shown(turn.Book, view, pages: turn.World.PublicPages));
        if (view.CanRate)
        {
            turn.State = turn.State with { Rating = new PendingRating(view.CaseId, 0) };
            turn.Say(turn.Book[Phrase.RateAsk], [.. RatingTalk.Grades(turn, view.CaseId), .. EndActingTalk.Offer(turn, view), .. StopActingTalk.Offer(turn, view)]);
        }
        else if (turn.State.Stage.IsOpeningOrHome()) turn.Say(turn.Book[Left(turn, view)], [.. CaseChoices(turn, view), .. EndActingTalk.Offer(turn, view), .. NamingTalk.Offer(turn, view), .. Objections(turn, view), .. ChangeTalk.Offer(turn, view), .. turn.Current().Choices(turn), .. StopActingTalk.Offer(turn, view)]);
        else turn.Current().Ask(turn);
    }

    // Nothing, or the letter by which somebody acts: who has the case sends it at once.
    private static Phrase Left(Turn turn, CaseView view)
    {
        if (view.Status != "open") return Phrase.CaseNothingLeft;
        if (view.Representation is not { InForce: true, Basis: RepresentationBases.Entrusted, EvidenceStatus: "needed" } letter) return Phrase.ReceiptNothingToDo;
        turn.State = turn.State with { Asked = turn.State.Asked ?? new AskedPapers(view.CaseId, [new AskedPaper(letter.Evidence, letter.EvidenceName)]) };
        return letter.IsYou ? Phrase.CaseLetterMissing : Phrase.CaseOwnLetterMissing;
    }

    public static void AskRevoke(Turn turn, ImmutableArray<CaseSummary> cases)
    {
        var open = cases.Where(each => each.Status == "open" || IsBrought(each.CurrentStages)).ToArray();
        turn.State = turn.State with { RevokeAsked = [.. open.Select(each => each.CaseId)] };
        if (open.Length == 0) turn.Say(turn.Book[Phrase.RevokeNone], turn.Current().Choices(turn));
        else turn.Say(
            turn.Book[Phrase.RevokeAsk, turn.TownshipName],
            [.. open.Select(each => new Choice(open.Length == 1 ? turn.Book[Phrase.ChoiceRevokeYes] : $"{turn.Book[Phrase.ChoiceRevokeYes]} {each.CaseId}", Tokens.Revoke + each.CaseId)), new Choice(turn.Book[Phrase.ChoiceNotNow], Tokens.RestartNo)]);
    }

    // Decided, and somebody is to come with the result: until then the mandate can be taken back.
    private static bool IsBrought(IReadOnlyList<string> stages) => stages.Contains("deliver");

    /// <summary>Where it stands; of one that is over, what was decided.</summary>
    public static string Status(Phrasebook book, CaseView view) => Status(
        book, view is { Status: "closed", Decision.Outcome: "approved" or "refused" } ? view.Decision.Outcome : view.Status,
        view.CurrentStages, view.DueOn, view.DueState, view.Paused?.Pauses[0].Cause, view.AwaitsAcceptance);

    private static string Status(Phrasebook book, string status, IReadOnlyList<string> stages, DateOnly due, string dueState, string? paused = null, bool awaitsAcceptance = false)
    {
        var now = stages.Count == 0 ? book[Phrase.CaseWaiting] : book.And(book.Stages(stages));
        return status switch
        {
            "open" when paused == PauseCauses.WaitingForResident => book[Phrase.CaseWaitsForYou, now],
            "open" when paused is not null => book[Phrase.CasePaused, now, book.NameOr("pause-cause", paused)],
            "open" when awaitsAcceptance => book[Phrase.CaseAwaits, now, book.Day(due)],
            "open" => book[dueState == "red" ? Phrase.CaseOpenLate : Phrase.CaseOpen, now, book.Day(due)],
            "approved" => book[Phrase.CaseApproved],
            "refused" => book[Phrase.CaseRefused],
            _ => book[Phrase.CaseClosed],
        };
    }

    // Of a case in which one acts for somebody, for whom.
    private static string Named(Turn turn, CaseSummary each) =>
        turn.Book.Aside(turn.NameOf(each.Service), each.ActedFor is { } person ? turn.Book[Phrase.CaseForPerson, Markdown.Escape(person)] : null);

    private static IEnumerable<Choice> Objections(Turn turn, CaseView view) => view switch
    {
        { Differences.ObjectBy: not null } => FoundTalk.Choices(turn, view.CaseId, toData: true),
        { MayObjectToSurvey: true } => FoundTalk.Choices(turn, view.CaseId, toData: false),
        _ => [],
    };

    // Who was entrusted hands nothing on to an agent.
    private static IEnumerable<Choice> CaseChoices(Turn turn, CaseView view) =>
        view.Representation is { InForce: true, Basis: RepresentationBases.Entrusted } ? [] : view is not { Status: "open" } ? view.Mandate is { Active: true } && IsBrought(view.CurrentStages) ? [new Choice(turn.Book[Phrase.ChoiceRevokeYes], Tokens.Revoke + view.CaseId)] : []
        : view.Mandate is { Active: true }
            ? [new Choice(turn.Book[Phrase.ChoiceOtherAgent], Tokens.Replace + view.CaseId), new Choice(turn.Book[Phrase.ChoiceRevokeYes], Tokens.Revoke + view.CaseId)]
            : [new Choice(turn.Book[Phrase.ChoiceGiveMandate], Tokens.Replace + view.CaseId)];
}
