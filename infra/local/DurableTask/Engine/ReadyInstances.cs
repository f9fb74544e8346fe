using System.Threading.Channels;

namespace OneVisit.Local.DurableTask.Engine;

/// <summary>Instances with something to do. Each is with one worker at a time; what arrives meanwhile brings it back once.</summary>
internal sealed class ReadyInstances(BusyCount busy)
{
    private enum Place
    {
        Queued,
        Running,
        RunningAndDueAgain,
    }

    private readonly Channel<string> queue = Channel.CreateUnbounded<string>();
    private readonly Dictionary<string, Place> places = [];

    public void Add(string instance)
    {
        lock (places)
        {
            if (places.TryGetValue(instance, out var place))
            {
                if (place == Place.Running) places[instance] = Place.RunningAndDueAgain;
                return;
            }

            busy.Enter();
            Enqueue(instance);
        }
    }

    public async ValueTask<string> TakeAsync(CancellationToken cancellation)
    {
        var instance = await queue.Reader.ReadAsync(cancellation);
        lock (places) places[instance] = Place.Running;
        return instance;
    }

    public void Done(string instance)
    {
        lock (places)
        {
            if (places[instance] == Place.RunningAndDueAgain)
            {
                Enqueue(instance);
                return;
            }

            places.Remove(instance);
            busy.Leave();
        }
    }

    private void Enqueue(string instance)
    {
        places[instance] = Place.Queued;
        queue.Writer.TryWrite(instance);
    }
}
