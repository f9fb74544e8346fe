using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Cases;

namespace OneVisit.Conversation.Staff;

/// <summary>What the back office answered, for staff.</summary>
internal static class DeskAnswers
{
    private const int CardsAtOnce = 8;

    public static void Take(DeskTurn turn, Effect effect, EffectResult result)
    {
        switch (result)
        {
            case EffectResult.Work work when !turn.State.WaitingFiles.IsEmpty: DeskFiles.Place(turn, work.Tasks); break;
            case EffectResult.Work work: List(turn, work.Tasks); break;
            case EffectResult.Acted acted: Acted(turn, acted.Task); break;
            case EffectResult.Uploaded uploaded: DeskFiles.Tell(turn, uploaded); break;
            case EffectResult.Shown shown:
                turn.Show(CaseCard.Shown(turn.Book, shown.Case, turn.Papers));
                turn.Say(turn.Book[Phrase.PhoneOffer], [DeskPhones.Offer(turn, shown.Case), .. DeskActing.Offer(turn, shown.Case), turn.MyTasks]);
                break;
            case EffectResult.PhoneReplaced replaced when effect is Effect.ReplacePhone wish: DeskPhones.Done(turn, wish.CaseId, replaced.Now); break;
            case EffectResult.ActingEnded ended: DeskActing.Done(turn, ended.CaseId); break;
            case EffectResult.ActingBegun begun: DeskActing.Begun(turn, begun.Case); break;
            case EffectResult.ActingProlonged prolonged: DeskActing.Prolonged(turn, prolonged); break;
            case EffectResult.Clients clients: DeskClients.List(turn, clients.Households); break;
            case EffectResult.Myself myself: DeskClients.Begin(turn, myself.Me); break;
            case EffectResult.Matrices matrices: DeskMatrix.Choose(turn, matrices.Points); break;
            case EffectResult.Matrix matrix: DeskMatrix.Show(turn, matrix.Of, changed: effect is Effect.ChangeMatrix); break;
            case EffectResult.Staff staff: DeskPeople.Show(turn, staff.Colleagues, ((Effect.ListStaff)effect).ToHandOver); break;
            case EffectResult.Away away: DeskPeople.Noted(turn, away.Of, effect is Effect.EndAbsence); break;
            case EffectResult.Revealed revealed: DeskReveal.Tell(turn, ((Effect.Reveal)effect).CaseId, revealed.Value); break;
            case EffectResult.HandedOver handed: DeskPeople.Tell(turn, handed.Of); break;
            case EffectResult.Failed { Problem.Code: ProblemCodes.NotYours } when effect is Effect.ListMatrices or Effect.ShowMatrix or Effect.ChangeMatrix: turn.Say(turn.Book[Phrase.MatrixNotCity], turn.MyTasks); break;
            case EffectResult.Failed { Problem.Code: ProblemCodes.NotYours } when effect is Effect.ListClients: turn.Say(turn.Book[Phrase.ClientsNotAgent], turn.MyTasks); break;
            case EffectResult.Failed { Task: null, Problem.Code: ProblemCodes.MandateEnded } failed when effect is Effect.Act act:
                turn.Show(GoneTaskCard.Of(turn.Book, act.CaseId, act.TaskId));
                Failed(turn, failed);
                break;
            case EffectResult.Failed failed: Failed(turn, failed); break;
            case EffectResult.Unreachable: turn.Say(turn.Book[Phrase.StaffTryLater], turn.MyTasks); break;
        }
    }

    /// <summary>The most urgent first, as many as one can look at.</summary>
    private static void List(DeskTurn turn, ImmutableArray<TaskView> tasks)
    {
        if (tasks.IsEmpty)
        {
            turn.Say(turn.Book[Phrase.StaffNoTasks]);
            return;
        }
        // The first page of a long list: how many there are is not known, and not needed to begin.
        var isAll = tasks.Length < WorkPages.Size;
        turn.Say(isAll ? turn.Book[Phrase.StaffTasks, tasks.Length] : turn.Book[Phrase.StaffTasksMany, tasks.Length]);
        foreach (var task in tasks.OrderBy(task => task.DueOn).Take(CardsAtOnce)) turn.Show(task, inPlace: false);
        if (tasks.Length > CardsAtOnce) turn.Say(isAll ? turn.Book[Phrase.StaffTasksMore, CardsAtOnce, tasks.Length - CardsAtOnce] : turn.Book[Phrase.StaffTasksManyMore, CardsAtOnce], turn.MyTasks);
    }

    private static void Acted(DeskTurn turn, TaskView task)
    {
        turn.Show(task, inPlace: true);
        if (task.Result is { Action: ActNames.OutsideArea or ActNames.Cannot or ActNames.DeclareRelative, Reason: var next })
        {
            turn.Say(turn.Book[Phrase.StaffHandedOn, task.CaseId, Markdown.Escape(next)], turn.MyTasks);
            return;
        }
        turn.Say(
            task is { Kind: "survey", Survey: { } half, Result: null } && task.Actions.Count > 0 ? turn.Book[Phrase.StaffSurveySigned, task.CaseId, Markdown.Escape(half.Second)] :
            task.Result is { } result ? turn.Book[Phrase.StaffDone, task.CaseId, turn.Book.NameOr("acted", result.Action)] : turn.Book[Phrase.StaffNoted, task.CaseId],
            turn.MyTasks);
    }

    /// <summary>Nothing was changed: say why, and bring the card up to date when it is known how the task stands.</summary>
    private static void Failed(DeskTurn turn, EffectResult.Failed failed)
    {
        var (book, problem) = (turn.Book, failed.Problem);
        if (failed.Task is { } task) turn.Show(task, inPlace: true);
        turn.Say(problem.Code switch
        {
            ProblemCodes.AlreadyDone when problem is { ActedBy: { } by, ActedAt: { } at } => book[Phrase.StaffAlreadyDone, Markdown.Escape(by), book.Moment(at)],
            ProblemCodes.AlreadyDone => book[Phrase.StaffAlreadyDonePlain],
            // Who else could act stands in the answer.
            ProblemCodes.Related or ProblemCodes.OtherDesk or ProblemCodes.TrainingRequired or ProblemCodes.CityVisitRequired when problem.Detail is { } detail => Markdown.Escape(detail),
            ProblemCodes.NotYours => book[Phrase.StaffNotYours],
            ProblemCodes.OutOfOrder => book[Phrase.StaffOutOfOrder],
            ProblemCodes.ReasonRequired => book[Phrase.StaffReasonNeeded],
            ProblemCodes.ReturnedOnce => book[Phrase.StaffReturnedOnce],
            ProblemCodes.NotFound => book[Phrase.CaseNotFound],
            _ => book[Phrase.StaffProblem, book.Reason(problem)],
        }, turn.MyTasks);
    }
}
