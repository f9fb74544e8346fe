using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace OneVisit.Local.FunctionsWorker.Tests;

public sealed class MiddlewareTests
{
    [Fact]
    public async Task Middleware_may_put_another_result_in_place_of_a_fault()
    {
        await using var running = await Running.StartAsync(
            new LocalFunctionsOptions(), builder => builder.UseMiddleware<Apologise>(), typeof(HttpFunctions));

        using var answer = await running.Http.GetAsync("api/Fails");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact]
    public async Task Middleware_runs_in_the_order_it_was_added()
    {
        var steps = new ConcurrentQueue<string>();
        await using var running = await Running.StartAsync(
            new LocalFunctionsOptions(),
            builder => builder.UseMiddleware(Step(steps, "first")).UseMiddleware(Step(steps, "second")),
            typeof(HttpFunctions));

        _ = await running.Http.GetStringAsync("api/Plain");

        Assert.Equal(["first", "second"], steps);
    }

    [Fact]
    public async Task The_first_middleware_is_the_last_to_see_the_result_and_each_sees_what_the_one_inside_made_of_it()
    {
        var steps = new ConcurrentQueue<string>();
        await using var running = await Running.StartAsync(
            new LocalFunctionsOptions(),
            builder => builder.UseMiddleware(Around(steps, "outer", 202)).UseMiddleware(Around(steps, "inner", 203)),
            typeof(HttpFunctions));

        using var answer = await running.Http.GetAsync("api/Plain");

        Assert.Equal(["outer before", "inner before", "inner after", "outer after"], steps);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task Middleware_that_does_not_go_on_answers_in_place_of_the_function()
    {
        await using var running = await Running.StartAsync(
            new LocalFunctionsOptions(),
            builder => builder.UseMiddleware((context, _) =>
            {
                context.GetInvocationResult().Value = new StatusCodeResult(StatusCodes.Status403Forbidden);
                return Task.CompletedTask;
            }),
            typeof(HttpFunctions));

        using var answer = await running.Http.GetAsync("api/Fails");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Middleware_of_a_class_is_made_once()
    {
        await using var running = await Running.StartAsync(new LocalFunctionsOptions(), builder => builder.UseMiddleware<Numbered>(), typeof(HttpFunctions));

        using var first = await running.Http.GetAsync("api/Plain");
        using var second = await running.Http.GetAsync("api/Plain");

        Assert.Equal(["1", "2"], first.Headers.GetValues("times").Concat(second.Headers.GetValues("times")));
    }

    [Fact]
    public async Task Middleware_added_before_the_web_application_does_not_see_the_request()
    {
        var seen = new ConcurrentQueue<bool>();
        await using var host = LocalFunctionsHost.Create(
            builder =>
            {
                builder.UseMiddleware(async (context, next) =>
                {
                    seen.Enqueue(context.GetHttpContext() is not null);
                    await next();
                });
                builder.ConfigureFunctionsWebApplication();
            },
            [typeof(HttpFunctions)],
            new LocalFunctionsOptions());
        await host.StartAsync();
        using var http = new HttpClient { BaseAddress = host.BaseAddress };

        _ = await http.GetStringAsync("api/Plain");

        Assert.Equal([false], seen);
    }

    [Fact]
    public async Task Conditional_middleware_is_told_the_kind_of_trigger()
    {
        var triggers = new ConcurrentQueue<string>();
        await using var running = await Running.StartAsync(
            new LocalFunctionsOptions(),
            builder => builder.UseWhen(
                context => context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == "httpTrigger"),
                (context, next) =>
                {
                    triggers.Enqueue(context.FunctionDefinition.Name);
                    return next();
                }),
            typeof(HttpFunctions));

        _ = await running.Http.GetStringAsync("api/Plain");

        Assert.Equal(["Plain"], triggers);
    }

    private static Func<FunctionContext, Func<Task>, Task> Step(ConcurrentQueue<string> steps, string name) => (_, next) =>
    {
        steps.Enqueue(name);
        return next();
    };

    private static Func<FunctionContext, Func<Task>, Task> Around(ConcurrentQueue<string> steps, string name, int status) => async (context, next) =>
    {
        steps.Enqueue($"{name} before");
        await next();
        steps.Enqueue($"{name} after");
        context.GetInvocationResult().Value = new StatusCodeResult(status);
    };

    private sealed class Numbered : IFunctionsWorkerMiddleware
    {
        private int times;

        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            context.GetHttpContext()!.Response.Headers["times"] = $"{Interlocked.Increment(ref times)}";
            return next(context);
        }
    }

    private sealed class Apologise : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            try
            {
                await next(context);
            }
            catch (InvalidOperationException)
            {
                context.GetInvocationResult().Value = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
            }
        }
    }
}
