using Microsoft.AspNetCore.Http;

namespace OneVisit.Functions.FrontDoor;

/// <summary>On one machine: the front door signs with a key that it shares with us.</summary>
public sealed class SharedKeyCallers(TokenReader tokens, CallerDirectory directory) : ICallerReader
{
    public async Task<Caller?> ReadAsync(HttpRequest request, CancellationToken cancellation) =>
        Bearer.Of(request) is { } token && await tokens.ReadAsync(token) is { } participant ? await directory.FindAsync(request, participant, cancellation) : null;
}
