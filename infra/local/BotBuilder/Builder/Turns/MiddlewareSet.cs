using System.Collections;

namespace Microsoft.Bot.Builder;

public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>Something that wraps every turn.</summary>
public interface IMiddleware
{
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}

/// <summary>Middleware in order; the first added is outermost.</summary>
public class MiddlewareSet : IMiddleware, IEnumerable<IMiddleware>
{
    private readonly List<IMiddleware> middleware = [];

    public MiddlewareSet Use(IMiddleware middleware)
    {
        BotAssert.MiddlewareNotNull(middleware);
        this.middleware.Add(middleware);
        return this;
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken)
    {
        await FromAsync(0, turnContext, null, cancellationToken).ConfigureAwait(false);
        await next(cancellationToken).ConfigureAwait(false);
    }

    public Task ReceiveActivityWithStatusAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        FromAsync(0, turnContext, callback, cancellationToken);

    public IEnumerator<IMiddleware> GetEnumerator() => middleware.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => middleware.GetEnumerator();

    private Task FromAsync(int index, ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken) => index == middleware.Count
        ? callback?.Invoke(turnContext, cancellationToken) ?? Task.CompletedTask
        : middleware[index].OnTurnAsync(turnContext, token => FromAsync(index + 1, turnContext, callback, token), cancellationToken);
}
