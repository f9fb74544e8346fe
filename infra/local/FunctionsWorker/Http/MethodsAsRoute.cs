using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace OneVisit.Local.FunctionsWorker.Http;

/// <summary>The methods a function answers.</summary>
internal sealed record AnsweredMethods(IReadOnlyList<string> Methods);

/// <summary>A method is part of the route: where none fits the answer is 404, as from the Functions host, not ASP.NET Core's 405.</summary>
internal sealed class MethodsAsRoute : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => -1000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<AnsweredMethods>() is { Methods.Count: > 0 });

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && !Answers(candidates[i].Endpoint, httpContext.Request.Method))
                candidates.SetValidity(i, false);
        }

        return Task.CompletedTask;
    }

    private static bool Answers(Endpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<AnsweredMethods>() is not { Methods: { Count: > 0 } methods }
        || methods.Contains(method, StringComparer.OrdinalIgnoreCase);
}
