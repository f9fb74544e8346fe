using Azure.Core;

namespace OneVisit.Storage;

/// <summary>
/// How long we wait for the store. A dead one refuses at once: three tries are over within about a second. One that hangs costs
/// three waits of the network time below, so a caller that has a person waiting brings a limit of its own.
/// </summary>
internal static class Patience
{
    public static TOptions Small<TOptions>(TOptions options) where TOptions : ClientOptions => Tuned(options, TimeSpan.FromSeconds(5));

    /// <summary>For files of up to 10 MB on a village's line.</summary>
    public static TOptions Large<TOptions>(TOptions options) where TOptions : ClientOptions => Tuned(options, TimeSpan.FromSeconds(30));

    private static TOptions Tuned<TOptions>(TOptions options, TimeSpan network) where TOptions : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(1);
        options.Retry.NetworkTimeout = network;
        options.AddPolicy(new AvailabilityPolicy(), HttpPipelinePosition.PerCall);
        return options;
    }
}
