using System.Threading.Channels;

namespace OneVisit.Local.DurableTask.Store;

/// <summary>
/// One thread that writes. Whatever has gathered while the last transaction was on its way to the disk goes into the next one, so that the
/// wait for the disk is shared. Each piece of work is told of its end only when the disk has it: what was told survives a power cut.
/// </summary>
internal sealed class GroupCommit : IDisposable
{
    private const int Most = 256;

    private readonly Database database;
    private readonly Channel<IJob> waiting = Channel.CreateUnbounded<IJob>(new() { SingleReader = true });
    private readonly Thread thread;

    public GroupCommit(Database database)
    {
        this.database = database;
        thread = new(Work) { IsBackground = true, Name = "durable store" };
        thread.Start();
    }

    private interface IJob
    {
        void Do();

        void Succeed();

        void Fail(Exception trouble);
    }

    /// <summary>Runs <paramref name="work"/> on the writing thread, whole or not at all. It may be run more than once, so it must begin afresh each time.</summary>
    /// <exception cref="ObjectDisposedException">The store has been closed.</exception>
    public Task<T> RunAsync<T>(Func<T> work)
    {
        Job<T> job = new(work);
        ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite(job), this);
        return job.Task;
    }

    /// <summary>Writes what is waiting, and ends.</summary>
    public void Dispose()
    {
        if (waiting.Writer.TryComplete()) thread.Join();
    }

    private void Work()
    {
        List<IJob> batch = [];
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < Most && waiting.Reader.TryRead(out var job)) batch.Add(job);
            Write(batch);
            batch.Clear();
        }
    }

    private void Write(List<IJob> jobs)
    {
        var begun = false;
        try
        {
            database.Transaction(() =>
            {
                begun = true;
                jobs.ForEach(job => job.Do());
            });
        }
        catch (Exception trouble)
        {
            // One that fails takes nobody along; but where none could begin, as while another program holds the file, none would apart.
            if (begun && jobs.Count > 1) jobs.ForEach(job => Write([job]));
            else jobs.ForEach(job => job.Fail(trouble));
            return;
        }

        jobs.ForEach(job => job.Succeed());
    }

    private sealed class Job<T>(Func<T> work) : IJob
    {
        private readonly TaskCompletionSource<T> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T result = default!;

        public Task<T> Task => source.Task;

        public void Do() => result = work();

        public void Succeed() => source.SetResult(result);

        public void Fail(Exception trouble) => source.SetException(trouble);
    }
}
