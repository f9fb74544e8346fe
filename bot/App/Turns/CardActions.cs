using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Forms;
using OneVisit.Bot.Limits;
using OneVisit.Bot.Notices;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.State;
using OneVisit.Contracts;
using OneVisit.Conversation;
using OneVisit.Conversation.Cards;
using OneVisit.Domain;
using OneVisit.Storage;

namespace OneVisit.Bot.Turns;

/// <summary>
/// Answers buttons of cards in Teams (universal actions). Looking again gives the card as it stands for that person now and acts never; any other verb is what Web Chat posts, taken in a
/// turn of the conversation, and answered with the card as it stands afterwards.
/// </summary>
internal sealed class CardActions(TurnRunner runner, WhoSpeaks who, TalkBook talks, Dialogues dialogues, BackOffice office, FormLinks forms, LateActivities late, VisitorLanguages languages, PageWords words, ChatPace pace)
{
    private const string Card = Messages.AdaptiveCard;
    private const string Message = "application/vnd.microsoft.activity.message";
    private const string Trouble = "application/vnd.microsoft.error";

    public async Task<AdaptiveCardInvokeResponse> AnswerAsync(ITurnContext turn, AdaptiveCardInvokeAction pressed, CancellationToken stop)
    {
        var activity = turn.Activity;
        try
        {
            if (pace.Take(activity) is not Pace.Hear) return Later(activity);
            if (await who.OfAsync(activity, stop) is not { } participant || !Speaker.IsStaffs(participant)) return No(HttpStatusCode.Forbidden, "Forbidden", who.Refusal(activity));
            if (Hearing.Fields(pressed.Data) is not { Count: > 0 } fields) return No(HttpStatusCode.BadRequest, "BadRequest", Word(activity, "botCardUnread"));
            var task = UniversalCard.TaskOf(fields);
            if (pressed.Verb != UniversalCard.Refresh)
            {
                // What was said before and still waits goes first.
                if (late.IsWaiting(activity)) return Later(activity);
                await runner.RunAsync(turn, (talk, _, _) => Task.FromResult<Heard?>(activity.Id is { } id && talk.Answered.Contains(id) ? null : Hearing.Of(fields)), stop);
            }
            if (task is var (caseId, taskId)) return await AsItStandsAsync(turn, participant, caseId, taskId, stop);
            return pressed.Verb == UniversalCard.Refresh
                ? No(HttpStatusCode.BadRequest, "BadRequest", Word(activity, "botCardUnread"))
                : new() { StatusCode = (int)HttpStatusCode.OK, Type = Message, Value = Word(activity, "botCardTaken") };
        }
        catch (Exception silent) when (silent is StorageUnavailableException or BackOfficeSilentException or BackOfficeBrokeException)
        {
            return Later(activity);
        }
    }

    private async Task<AdaptiveCardInvokeResponse> AsItStandsAsync(ITurnContext turn, string participant, string caseId, string taskId, CancellationToken stop)
    {
        var talk = await StoragePatience.PatientlyAsync(limit => talks.ReadAsync(turn, limit), stop);
        // A conversation that was another's is not theirs by looking at its cards, nor one they signed out of.
        if ((talk.Participant is { } owner && owner != participant) || !talk.IsOpenIn(turn.Activity.Conversation.Id, TimeProvider.System.GetUtcNow())) return No(HttpStatusCode.Forbidden, "Forbidden", who.Refusal(turn.Activity));
        var language = talk.Staff is null ? languages.LanguageOf(turn.Activity) : Dialogues.LanguageOf(talk);
        var card = await office.GetAsync<TaskView>(new Speaker(participant, language), Paths.Task(caseId, taskId), stop) switch
        {
            Answer<TaskView>.Got { Value: var task } => dialogues.Now().Desk.Card(language, task),
            // Not theirs any more, or never: no name, no button.
            Answer<TaskView>.Refused => dialogues.Now().Desk.Gone(language, caseId, taskId),
            _ => throw new BackOfficeSilentException(),
        };
        return new() { StatusCode = (int)HttpStatusCode.OK, Type = Card, Value = Messages.ContentOf(card.Content, card.Task, turn.Activity, forms.AddressesFor(turn.Activity, participant, language)) };
    }

    private AdaptiveCardInvokeResponse Later(Activity activity) => No(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable", Word(activity, "botCardLater"));

    private string Word(Activity activity, string key) => words[languages.LanguageOf(activity), key];

    private static AdaptiveCardInvokeResponse No(HttpStatusCode status, string code, string message) =>
        new() { StatusCode = (int)status, Type = Trouble, Value = new Error { Code = code, Message = message } };
}
