using OneVisit.Domain.Identity;
using OneVisit.Domain.Sharing;

namespace OneVisit.Functions.Sharing;

/// <summary>The sharing platform (信息共享平台): answers one question about one person. The edge of the process; a city's own platform is one adapter more.</summary>
public interface ISharingPlatform
{
    /// <summary>A platform is there at all. Without one nobody is asked, and the catalogue alone says what the city holds.</summary>
    bool IsConnected { get; }

    /// <returns>The answer. What the platform could not say is <see cref="RegistryAnswer.Unknown"/>; <see cref="SharingDesk"/> makes it of whatever is thrown, too.</returns>
    Task<RegistryAnswer> AskAsync(LookUp lookUp, CancellationToken cancellation);

    /// <summary>Tells it something. What is thrown counts as <see cref="PushAnswer.NotNow"/>.</summary>
    Task<PushAnswer> PushAsync(PushedFact fact, ResidentId person, CancellationToken cancellation);
}

/// <summary>No platform is connected: everything is unknown.</summary>
public sealed class NoPlatform(TimeProvider clock) : ISharingPlatform
{
    public bool IsConnected => false;

    public Task<RegistryAnswer> AskAsync(LookUp lookUp, CancellationToken cancellation) =>
        Task.FromResult<RegistryAnswer>(new RegistryAnswer.Unknown(UnknownReason.NotConnected, Domain.Calendars.BeijingTime.Today(clock)));

    public Task<PushAnswer> PushAsync(PushedFact fact, ResidentId person, CancellationToken cancellation) => Task.FromResult<PushAnswer>(new PushAnswer.NotNow());
}
