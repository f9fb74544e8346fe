using System.Net;
using System.Runtime.ExceptionServices;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace OneVisit.Bot.Turns;

/// <summary>Turns that the bot begins itself.</summary>
internal sealed class Proactive(BotDoor adapter, BotSettings settings)
{
    /// <summary>Speaks into a conversation nobody has just spoken in, so what is said answers no message.</summary>
    /// <returns><c>false</c>: the channel has no such conversation any more; what was to be said there is heard by nobody.</returns>
    /// <remarks>In Teams it is forbidden to speak to who took the app off. The opening event is given no id: a reply to a message the page has never seen is held back by Web Chat for seconds.</remarks>
    public async Task<bool> RunAsync(ConversationReference reference, Func<ITurnContext, CancellationToken, Task> turn, CancellationToken stop)
    {
        var opening = reference.GetContinuationActivity();
        opening.Id = null;
        try
        {
            await RunAsync(opening, turn, stop);
            return true;
        }
        catch (ErrorResponseException gone) when (gone.Response?.StatusCode is HttpStatusCode.NotFound || (gone.Response?.StatusCode is HttpStatusCode.Forbidden && reference.ChannelId == Channels.Msteams))
        {
            return false;
        }
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
