using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace OneVisit.Local.DirectLine.Tests.Foreign;

/// <summary>A program in Node that obeys JSON lines (see lines.cjs). Ends when its input closes, so never outlives the test.</summary>
internal sealed class NodeProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> asked = new();
    private readonly Channel<JsonElement> told = Channel.CreateUnbounded<JsonElement>();
    private readonly StringBuilder errors = new();
    private int last;

    private NodeProgram(Process process) => this.process = process;

    public static async Task<NodeProgram> StartAsync(string script, params (string Name, string Value)[] environment)
    {
        await NodePackages.EnsureInstalledAsync();
        var start = new ProcessStartInfo("node", [script])
        {
            WorkingDirectory = NodePackages.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var program = new NodeProgram(Process.Start(start)!);
        program.process.ErrorDataReceived += (_, line) => program.Complain(line.Data);
        program.process.BeginErrorReadLine();
        _ = program.HearAsync();
        await program.UntilAsync(said => said.TryGetProperty("ready", out _));
        return program;
    }

    /// <summary>What the command comes to.</summary>
    /// <exception cref="ForeignRefusal">It failed there.</exception>
    public async Task<JsonElement> AskAsync(string name, object? argument = null)
    {
        var id = Interlocked.Increment(ref last);
        var answer = asked[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (process) process.StandardInput.WriteLine(JsonSerializer.Serialize(new { id, name, argument }));
        var said = await WaitAsync(answer.Task, name);
        return said.TryGetProperty("error", out var error) ? throw new ForeignRefusal(error) : said.GetProperty("result");
    }

    /// <summary>The next thing told that is wanted; what came before it is passed over.</summary>
    public async Task<JsonElement> UntilAsync(Func<JsonElement, bool> wanted)
    {
        while (true)
        {
            var said = await WaitAsync(told.Reader.ReadAsync().AsTask(), "something to be told");
            if (wanted(said)) return said;
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task HearAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith('{')) Complain(line);
            else if (JsonSerializer.Deserialize<JsonElement>(line) is var said && said.TryGetProperty("id", out var id)) asked[id.GetInt32()].TrySetResult(said);
            else told.Writer.TryWrite(said);
        }

        told.Writer.TryComplete();
    }

    private void Complain(string? line)
    {
        lock (errors) errors.AppendLine(line);
    }

    private async Task<T> WaitAsync<T>(Task<T> coming, string what)
    {
        try
        {
            return await coming.WaitAsync(Patience);
        }
        catch (Exception late) when (late is TimeoutException or ChannelClosedException)
        {
            lock (errors) throw new InvalidOperationException($"{process.StartInfo.ArgumentList[0]} did not come to {what}. It said: {errors}", late);
        }
    }
}

/// <summary>A foreign client met a refusal: its HTTP status (0 when there was none) and what stood in it.</summary>
internal sealed class ForeignRefusal(JsonElement error) : Exception(error.GetRawText())
{
    public int Status { get; } = error.GetProperty("status").GetInt32();

    public string Code => error.GetProperty("body").GetProperty("error").GetProperty("code").GetString()!;
}
