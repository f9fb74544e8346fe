using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace OneVisit.Local.FunctionsWorker.Tests;

/// <summary>What happened, in order.</summary>
public sealed class Diary
{
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();

    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Note(string line) => lines.Writer.TryWrite(line);

    public async Task<string> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await lines.Reader.ReadAsync(patience.Token);
    }

    public IEnumerable<string> SoFar()
    {
        while (lines.Reader.TryRead(out var line)) yield return line;
    }
}

public sealed class Visit(Diary diary) : IDisposable
{
    public void Dispose() => diary.Note("scope ended");
}

public sealed class LongFunctions(Diary diary, Visit visit)
{
    [Function("UntilCancelled")]
    public async Task<IActionResult> UntilCancelled([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancellation)
    {
        diary.Note("began");
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var told = cancellation.Register(() => cancelled.SetResult());
        await cancelled.Task;
        diary.Note("cancelled");
        return new OkObjectResult("told in time");
    }

    [Function("UntilDone")]
    public async Task<IActionResult> UntilDone([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        diary.Note("began");
        await diary.Gate.Task;
        return new OkObjectResult("done");
    }

    [Function("Visits")]
    public IActionResult Visits([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context)
    {
        diary.Note(context.InstanceServices.GetRequiredService<Visit>() == visit ? "same visit" : "another visit");
        return new OkResult();
    }

    [Function("EverySecond")]
    public async Task EverySecond([TimerTrigger("0 0 16 * * *", RunOnStartup = true, UseMonitor = false)] TimerInfo timer, CancellationToken cancellation)
    {
        diary.Note("timer began");
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var told = cancellation.Register(() => cancelled.SetResult());
        await cancelled.Task;
        diary.Note("timer cancelled");
    }
}

public sealed class LifetimeTests
{
    private readonly Diary diary = new();

    [Fact]
    public async Task A_function_is_told_that_its_client_has_gone()
    {
        await using var running = await StartAsync();
        using var gone = new CancellationTokenSource();

        var call = running.Http.GetAsync("api/UntilCancelled", gone.Token);
        await UntilAsync("began");
        await gone.CancelAsync();

        await UntilAsync("cancelled");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_function_is_told_that_the_host_stops_and_still_answers()
    {
        await using var running = await StartAsync();

        var call = running.Http.GetStringAsync("api/UntilCancelled");
        await UntilAsync("began");
        await running.Host.StopAsync();

        Assert.Equal("told in time", await call);
    }

    [Fact]
    public async Task What_is_under_way_is_finished_before_the_host_has_stopped()
    {
        await using var running = await StartAsync();

        var call = running.Http.GetStringAsync("api/UntilDone");
        await UntilAsync("began");
        var stopping = running.Host.StopAsync();
        await UntilAsync("timer cancelled");
        diary.Gate.SetResult();
        await stopping;

        Assert.Equal("done", await call);
    }

    [Fact]
    public async Task Who_does_not_finish_in_the_time_of_grace_is_left()
    {
        await using var running = await StartAsync(builder => builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100)));

        var call = running.Http.GetAsync("api/UntilDone");
        await UntilAsync("began");
        await running.Host.StopAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => call);
        diary.Gate.SetResult();
    }

    [Fact]
    public async Task A_running_timer_is_told_that_the_host_stops_and_is_waited_for()
    {
        await using (var running = await StartAsync())
            await UntilAsync("timer began");

        Assert.Contains("timer cancelled", diary.SoFar());
    }

    [Fact]
    public async Task Each_invocation_has_one_scope_that_ends_with_it()
    {
        await using var running = await StartAsync();
        await UntilAsync("timer began");

        for (var i = 0; i < 2; i++)
            (await running.Http.GetAsync("api/Visits")).Dispose();

        string[] seen = [await diary.NextAsync(), await diary.NextAsync(), await diary.NextAsync(), await diary.NextAsync()];
        Assert.Equal(["same visit", "scope ended", "same visit", "scope ended"], seen);
    }

    [Fact]
    public async Task Middleware_sees_the_scope_of_its_invocation()
    {
        var seen = new ConcurrentQueue<Visit>();
        await using var running = await StartAsync(builder => builder.UseWhen(
            context => context.FunctionDefinition.Name == "Visits",
            async (context, next) =>
            {
                seen.Enqueue(context.InstanceServices.GetRequiredService<Visit>());
                await next();
                seen.Enqueue(context.InstanceServices.GetRequiredService<Visit>());
            }));

        (await running.Http.GetAsync("api/Visits")).Dispose();
        (await running.Http.GetAsync("api/Visits")).Dispose();

        Assert.Equal([true, false, true], seen.Zip(seen.Skip(1), ReferenceEquals));
    }

    [Fact]
    public async Task Services_of_the_application_start_before_the_first_function_and_stop_after_the_last()
    {
        await using (var running = await StartAsync(builder => builder.Services.AddHostedService(_ => new Early(diary))))
            await UntilAsync("timer began", except: "service started");

        string[] expected = ["timer cancelled", "scope ended", "service stopped"];
        Assert.Equal(expected, diary.SoFar());
    }

    private Task<Running> StartAsync(Action<FunctionsApplicationBuilder>? configure = null) => Running.StartAsync(
        new LocalFunctionsOptions(),
        builder =>
        {
            builder.Services.AddSingleton(diary).AddScoped<Visit>();
            configure?.Invoke(builder);
        },
        typeof(LongFunctions));

    private async Task UntilAsync(string line, string? except = null)
    {
        if (except is not null) Assert.Equal(except, await diary.NextAsync());
        while (await diary.NextAsync() is var next && next != line)
            Assert.True(except is null || next == except, next);
    }

    private sealed class Early(Diary diary) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            diary.Note("service started");
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            diary.Note("service stopped");
            return Task.CompletedTask;
        }
    }
}
