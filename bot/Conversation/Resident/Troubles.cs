using OneVisit.Contracts;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>When something did not work: what it means and what to do. Nothing that was said is lost.</summary>
internal static class Troubles
{
    public static void Tell(Turn turn, Effect effect, Problem problem)
    {
        // Given up already: the first answer got lost.
        if (effect is Effect.StopActing stopping && problem.Code == ProblemCodes.RepresentationEnded)
        {
            StopActingTalk.Done(turn, stopping.CaseId);
            return;
        }
        if (effect is Effect.Submit or Effect.Apply)
        {
            Submission(turn, problem);
            return;
        }
        if (effect is Effect.SendMandateCode or Effect.CheckMandateCode or Effect.GrantMandate)
        {
            MandateTalk.Refused(turn, problem);
            return;
        }
        if (effect is Effect.SendProofCode or Effect.TakeProof)
        {
            ProofTalk.Refused(turn, problem);
            return;
        }
        if (effect is Effect.NameActing)
        {
            NamingTalk.Refused(turn, problem);
            return;
        }
        if (effect is Effect.Complain)
        {
            ComplaintTalk.Refused(turn, problem);
            return;
        }
        if (effect is Effect.Report)
        {
            ChangeTalk.Refused(turn, problem);
            return;
        }
        if (effect is Effect.Object)
        {
            ObjectionTalk.Refused(turn, problem);
            return;
        }
        turn.Say((effect, problem.Code) switch
        {
            (Effect.Claim, _) => turn.Book[Phrase.ClaimNotFound],
            (_, ProblemCodes.RepresentationEnded) => turn.Book[Phrase.ActingOver, Markdown.Escape(problem.Detail ?? "")],
            (Effect.EndActing or Effect.StopActing, ProblemCodes.OutOfOrder) when problem.Detail is { } detail => Markdown.Escape(detail),
            (Effect.EndActing, _) => turn.Book[Phrase.EndActingNone],
            (Effect.StopActing, _) => turn.Book[Phrase.StopActingNone, turn.World.HelpPhone],
            (Effect.ShowCase, ProblemCodes.NotFound or ProblemCodes.NotYours) => turn.Book[Phrase.CaseNotFound],
            (Effect.ShowComplaint, ProblemCodes.NotFound) => turn.Book[Phrase.ComplaintNotFound],
            (Effect.ShowObjection, ProblemCodes.NotFound) => turn.Book[Phrase.ObjectionNotFound],
            (_, ProblemCodes.NotYours) => turn.Book[Phrase.ProblemNotYours],
            (Effect.RevokeMandate, _) => turn.Book[Phrase.RevokeNone],
            (Effect.Rate, _) => turn.Book[Phrase.RateNothing],
            _ => turn.Book[Phrase.ProblemWords, Markdown.Escape(problem.Detail ?? turn.Book[Phrase.ProblemUnknown])],
        }, turn.Current().Choices(turn));
    }

    public static void TryLater(Turn turn, Effect effect)
    {
        if (effect is Effect.Submit or Effect.Apply) turn.State = turn.State with { Stage = Stage.Summary };
        turn.Say(turn.Book[Phrase.TryLater], effect is Effect.Submit or Effect.Apply ? SummaryScene.RetryChoices(turn) : effect is Effect.Complain or Effect.Object && turn.State.Complaint is not null ? ComplaintTalk.RetryChoices(turn) : turn.Current().Choices(turn));
    }

    /// <summary>A refused submission leads back to the field that is wrong.</summary>
    private static void Submission(Turn turn, Problem problem)
    {
        turn.State = turn.State with { Stage = Stage.Summary };
        if (problem.Code == ProblemCodes.SameSubmissionOtherContent)
        {
            turn.State = turn.State with { SubmissionId = turn.World.NewSubmissionId() };
            turn.Say(turn.Book[Phrase.ProblemSubmission], [new Choice(turn.Book[Phrase.ChoiceMyCases], Tokens.MyCases), .. turn.Current().Choices(turn)]);
            return;
        }
        foreach (var field in problem.Errors?.Keys ?? [])
        {
            if (Field(field) is not { } wrong) continue;
            turn.Lead(turn.Book[wrong.Words]);
            // What was to be signed has changed, or the code is not good any more: it is signed anew.
            if (wrong.Stage == Stage.Mandate && turn.State.Draft.Plan is { } plan)
                turn.State = turn.State with { Draft = turn.State.Draft with { Mandate = null, Plan = plan with { Step = MandateStep.Sign, Code = null } } };
            if (wrong.Stage == Stage.ActingBasis) Acting.Ground(turn, null, minor: false);
            turn.GoTo(wrong.Stage);
            return;
        }
        turn.Say(turn.Book[Phrase.ProblemWords, turn.Book.Reason(problem)], SummaryScene.RetryChoices(turn));
    }

    private static (Stage Stage, Phrase Words)? Field(string path) => path.StartsWith("representative", StringComparison.OrdinalIgnoreCase) ? OwnField(path) : path.Split('.')[^1].ToUpperInvariant() switch
    {
        "NAME" => (Stage.Name, Phrase.ProblemFieldName),
        "IDNUMBER" => (Stage.IdNumber, Phrase.ProblemFieldId),
        "PHONE" => (Stage.Phone, Phrase.ProblemFieldPhone),
        "LATER" or "BYCOMMITMENT" => (Stage.Papers, Phrase.ProblemFieldPapers),
        "CODE" or "TYPEDNAME" or "CONSENT" or "AGENT" or "LEVEL" or "ACTS" or "NOTICES" or "EXPIRESON" => (Stage.Mandate, Phrase.ProblemFieldMandate),
        "VILLAGE" or "GRID" => (Stage.Village, Phrase.ProblemFieldVillage),
        _ => null,
    };

    private static (Stage Stage, Phrase Words) OwnField(string path) => path.Split('.')[^1].ToUpperInvariant() switch
    {
        "NAME" => (Stage.OwnName, Phrase.ProblemFieldOwnName),
        "IDNUMBER" => (Stage.OwnIdNumber, Phrase.ProblemFieldOwnId),
        "PHONE" => (Stage.OwnPhone, Phrase.ProblemFieldOwnPhone),
        "UNTIL" => (Stage.ActingUntil, Phrase.ProblemFieldActingUntil),
        "BASIS" or "RELATION" => (Stage.ActingBasis, Phrase.ProblemFieldActing),
        _ => (Stage.ForWhom, Phrase.ProblemFieldActing),
    };
}
