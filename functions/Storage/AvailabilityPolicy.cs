using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace OneVisit.Storage;

/// <summary>Sits outside the retries: what is still unanswered there is <see cref="StorageUnavailableException"/>, in one place for every call.</summary>
internal sealed class AvailabilityPolicy : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            ProcessNext(message, pipeline);
        }
        catch (Exception failure) when (IsSilence(failure, message.CancellationToken))
        {
            throw new StorageUnavailableException(failure);
        }
        ThrowIfDown(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsSilence(failure, message.CancellationToken))
        {
            throw new StorageUnavailableException(failure);
        }
        ThrowIfDown(message);
    }

    // The SDK gathers the failures of several tries in one AggregateException, and tells a timeout as a cancellation nobody asked for.
    private static bool IsSilence(Exception failure, CancellationToken cancellation) => failure switch
    {
        RequestFailedException { Status: 0 } => true,
        AggregateException => !cancellation.IsCancellationRequested,
        OperationCanceledException => !cancellation.IsCancellationRequested,
        IOException => true,
        _ => false,
    };

    private static void ThrowIfDown(HttpMessage message)
    {
        if (message.HasResponse && message.Response.Status is 500 or 502 or 503 or 504)
            throw new StorageUnavailableException(new RequestFailedException(message.Response));
    }
}
