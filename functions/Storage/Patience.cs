using Azure.Core;
using Azure.Core.Pipeline;

namespace OneVisit.Storage;

/// <summary>
/// How long we wait for the store. A dead one refuses at once: three tries are over within about a second. One that hangs costs
/// three waits of the network time below, so a caller that has a person waiting brings a limit of its own.
/// </summary>
internal static class Patience
{
    public static TOptions Small<TOptions>(TOptions options, HttpPipelineTransport? transport) where TOptions : ClientOptions => Tuned(options, transport, TimeSpan.FromSeconds(5));

    /// <summary>For files of up to 10 MB on a village's line.</summary>
    public static TOptions Large<TOptions>(TOptions options, HttpPipelineTransport? transport) where TOptions : ClientOptions => Tuned(options, transport, TimeSpan.FromSeconds(30));

    private static TOptions Tuned<TOptions>(TOptions options, HttpPipelineTransport? transport, TimeSpan network) where TOptions : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(1);
        options.Retry.NetworkTimeout = network;
        if (transport is not null)
            options.Transport = transport;
        options.AddPolicy(new AvailabilityPolicy(), HttpPipelinePosition.PerCall);
        return options;
    }
}
