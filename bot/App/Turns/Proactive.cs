using System.Runtime.ExceptionServices;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;

namespace OneVisit.Bot.Turns;

/// <summary>Turns that the bot begins itself.</summary>
internal sealed class Proactive(BotDoor adapter, BotSettings settings)
{
    public Task RunAsync(ConversationReference reference, Func<ITurnContext, CancellationToken, Task> turn, CancellationToken stop) =>
        RunAsync(callback => adapter.ContinueConversationAsync(settings.AppId, reference, callback, stop), turn);

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
