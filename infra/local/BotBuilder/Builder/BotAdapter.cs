using System.Globalization;
using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Runs a turn through the middleware to the bot and sends what comes out.</summary>
public abstract class BotAdapter
{
    public const string InvokeResponseKey = "BotFrameworkAdapter.InvokeResponse";
    public const string BotIdentityKey = "BotIdentity";
    public const string OAuthScopeKey = "Microsoft.Bot.Builder.BotAdapter.OAuthScope";

    public BotAdapter()
    {
    }

    /// <summary>The last resort of a turn. When set, exceptions end here; when not, they reach the caller.</summary>
    public Func<ITurnContext, Exception, Task> OnTurnError { get; set; }

    public MiddlewareSet MiddlewareSet { get; } = new();

    public BotAdapter Use(IMiddleware middleware)
    {
        MiddlewareSet.Use(middleware);
        return this;
    }

    public abstract Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken);

    public abstract Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken);

    public abstract Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken);

    public virtual async Task ContinueConversationAsync(string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        using var context = new TurnContext(this, reference.GetContinuationActivity());
        await RunPipelineAsync(context, callback, cancellationToken).ConfigureAwait(false);
    }

    public virtual Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken) => throw new NotImplementedException();

    public virtual Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, ConversationReference reference, string audience, BotCallbackHandler callback, CancellationToken cancellationToken) => throw new NotImplementedException();

    public virtual Task ContinueConversationAsync(string botId, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) => throw new NotImplementedException();

    public virtual Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken) => throw new NotImplementedException();

    public virtual Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, Activity continuationActivity, string audience, BotCallbackHandler callback, CancellationToken cancellationToken) => throw new NotImplementedException();

    public virtual Task CreateConversationAsync(string botAppId, string channelId, string serviceUrl, string audience, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken) => throw new NotImplementedException();

    public virtual Task<InvokeResponse> ProcessActivityAsync(ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken) => throw new NotImplementedException();

    protected async Task RunPipelineAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        BotAssert.ContextNotNull(turnContext);
        SetLocale(turnContext);
        try
        {
            await MiddlewareSet.ReceiveActivityWithStatusAsync(turnContext, callback, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (OnTurnError is not null)
        {
            await OnTurnError.Invoke(turnContext, exception).ConfigureAwait(false);
        }
    }

    // The culture of numbers and dates follows the activity; the culture of words (CurrentUICulture) does not. Both as in the real package.
    private static void SetLocale(ITurnContext turnContext)
    {
        if (turnContext.Activity.Locale is not { } locale || turnContext is not TurnContext context) return;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(locale);
            context.Locale = locale;
        }
        catch (CultureNotFoundException)
        {
            context.Locale = CultureInfo.CurrentCulture.Name;
        }
    }
}
