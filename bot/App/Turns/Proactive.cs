using System.Runtime.ExceptionServices;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;

namespace OneVisit.Bot.Turns;

/// <summary>Turns that the bot begins itself.</summary>
internal sealed class Proactive(BotDoor adapter, BotSettings settings)
{
    /// <summary>Speaks into a conversation nobody has just spoken in, so what is said answers no message.</summary>
    /// <remarks>The opening event is given no id: a reply to a message the page has never seen is held back by Web Chat for seconds.</remarks>
    public Task RunAsync(ConversationReference reference, Func<ITurnContext, CancellationToken, Task> turn, CancellationToken stop)
    {
        var opening = reference.GetContinuationActivity();
        opening.Id = null;
        return RunAsync(opening, turn, stop);
    }

    public Task RunAsync(Activity activity, Func<ITurnContext, CancellationToken, Task> turn, CancellationToken stop) =>
        RunAsync(callback => adapter.ContinueConversationAsync(settings.AppId, activity, callback, stop), turn);

    // The adapter would apologise to the person for what they did not ask for; here the caller decides what a failure means.
    private static async Task RunAsync(Func<BotCallbackHandler, Task> begin, Func<ITurnContext, CancellationToken, Task> turn)
    {
        ExceptionDispatchInfo? failure = null;
        await begin(async (context, token) =>
        {
            try
            {
                await turn(context, token);
            }
            catch (Exception broken)
            {
                failure = ExceptionDispatchInfo.Capture(broken);
            }
        });
        failure?.Throw();
    }
}
