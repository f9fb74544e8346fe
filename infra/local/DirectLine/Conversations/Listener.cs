using System.Threading.Channels;

namespace OneVisit.Local.DirectLine.Conversations;

/// <summary>An open stream. One that does not keep up is closed: it comes back with its watermark and misses nothing.</summary>
internal sealed class Listener(Action<Listener> leave) : IDisposable
{
    private const int Backlog = 1000;
    private readonly Channel<ReadOnlyMemory<byte>> queue = Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(Backlog) { SingleReader = true });

    public ChannelReader<ReadOnlyMemory<byte>> Sets => queue.Reader;

    public void Offer(ReadOnlyMemory<byte> set)
    {
        if (!queue.Writer.TryWrite(set)) queue.Writer.TryComplete();
    }

    public void Dispose() => leave(this);
}
