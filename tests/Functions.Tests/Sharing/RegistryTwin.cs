using System.Collections.Concurrent;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.Sharing;

namespace OneVisit.Functions.Tests.Sharing;

/// <summary>A sharing platform in memory: answers what the test told it, and remembers what it was asked.</summary>
internal sealed class RegistryTwin : ISharingPlatform
{
    public static readonly DateOnly Day = new(2026, 11, 20);

    public bool IsConnected { get; set; } = true;

    public ConcurrentQueue<LookUp> Asked { get; } = new();

    /// <summary>How it answers; <see cref="HttpRequestException"/> when it is down.</summary>
    public Func<LookUp, CancellationToken, Task<RegistryAnswer>> Answer { get; set; } = (lookUp, _) => Task.FromResult(Ordinary(lookUp.Question));

    public Task<RegistryAnswer> AskAsync(LookUp lookUp, CancellationToken cancellation)
    {
        Asked.Enqueue(lookUp);
        return Answer(lookUp, cancellation);
    }

    /// <summary>What it was told, in order, again and again.</summary>
    public ConcurrentQueue<(PushedFact Fact, ResidentId Person)> Heard { get; } = new();

    public Func<PushedFact, PushAnswer> Take { get; set; } = _ => new PushAnswer.Acknowledged();

    public Task<PushAnswer> PushAsync(PushedFact fact, ResidentId person, CancellationToken cancellation)
    {
        Heard.Enqueue((fact, person));
        return Task.FromResult(Take(fact));
    }

    /// <summary>Nothing out of the ordinary for the household of <see cref="Running.Applications"/>.</summary>
    public static RegistryAnswer Ordinary(RegistryQuestion question) => question switch
    {
        RegistryQuestion.RegisteredWhere => new RegistryAnswer.Value("370982103201", Day),
        RegistryQuestion.HouseholdSize => new RegistryAnswer.Value("4", Day),
        RegistryQuestion.Homes => new RegistryAnswer.Value("1", Day),
        _ => new RegistryAnswer.No(Day),
    };
}
