using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OneVisit.Local.DurableTask;
using OneVisit.Local.FunctionsWorker.Invocation;
using FromBodyAttribute = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace OneVisit.Local.FunctionsWorker.Binding;

/// <summary>Chooses, once and before anything runs, where a parameter's value comes from.</summary>
internal static class ParameterBinding
{
    public static BoundParameter For(string function, FunctionTrigger trigger, ParameterInfo triggered, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.GetCustomAttributes<InputConverterAttribute>().FirstOrDefault(own => own is not FromBodyAttribute) is { } converter)
            throw Refused(function, parameter, $"the converter {converter.ConverterType.Name} is not supported here.");
        if (parameter == triggered)
            return Trigger(function, trigger, parameter);
        if (type == typeof(FunctionContext))
            return new(parameter, null, context => new(context));
        if (type == typeof(CancellationToken))
            return new(parameter, null, context => new(context.CancellationToken));
        if (parameter.IsDefined(typeof(DurableClientAttribute)))
            return Client(function, trigger, parameter);
        return trigger switch
        {
            FunctionTrigger.Http when parameter.IsDefined(typeof(FromBodyAttribute)) => new(parameter, null, context => JsonBody.ReadAsync(context, type)),
            FunctionTrigger.Http http => RequestValue.For(function, http, parameter),
            FunctionTrigger.Orchestration => new(parameter, null, OrchestrationInput(type)),
            _ => throw Refused(function, parameter, "nothing here can fill it."),
        };
    }

    private static BoundParameter Trigger(string function, FunctionTrigger trigger, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return trigger switch
        {
            FunctionTrigger.Http when type == typeof(HttpRequest) =>
                new(parameter, "httpTrigger", context => new(context.GetHttpContext()!.Request)),
            FunctionTrigger.Timer when type == typeof(TimerInfo) =>
                new(parameter, "timerTrigger", context => new(context.Features.Get<TimerInfo>())),
            FunctionTrigger.Orchestration when type == typeof(TaskOrchestrationContext) =>
                new(parameter, "orchestrationTrigger", context => new(context.Features.Get<TaskOrchestrationContext>())),
            FunctionTrigger.Activity when type == typeof(FunctionContext) =>
                new(parameter, "activityTrigger", context => new(context)),
            FunctionTrigger.Activity => new(parameter, "activityTrigger", context => new(ActivityInput(context, type))),
            _ => throw Refused(function, parameter, $"a {trigger.GetType().Name} trigger on {type.Name} is not supported here."),
        };
    }

    private static object? ActivityInput(LocalFunctionContext context, Type type)
    {
        var json = context.Features.Get<ActivityInvocation>()!.Input;
        return json is null ? null : JsonSerializer.Deserialize(json, type, context.InstanceServices.GetRequiredService<IOptions<JsonSerializerOptions>>().Value);
    }

    private static Func<LocalFunctionContext, ValueTask<object?>> OrchestrationInput(Type type)
    {
        var read = typeof(TaskOrchestrationContext).GetMethod(nameof(TaskOrchestrationContext.GetInput))!.MakeGenericMethod(type);
        return context => new(read.Invoke(context.Features.Get<TaskOrchestrationContext>(), BindingFlags.DoNotWrapExceptions, null, null, null));
    }

    private static BoundParameter Client(string function, FunctionTrigger trigger, ParameterInfo parameter)
    {
        if (parameter.ParameterType != typeof(DurableTaskClient))
            throw Refused(function, parameter, "a durable client is a DurableTaskClient.");
        if (trigger is FunctionTrigger.Orchestration)
            throw Refused(function, parameter, "an orchestrator has no durable client; call an activity.");
        var attribute = parameter.GetCustomAttribute<DurableClientAttribute>()!;
        if (attribute.TaskHub is not null || attribute.ConnectionName is not null)
            throw Refused(function, parameter, "another task hub or connection is not supported here.");
        return new(parameter, "durableClient", context => new(context.InstanceServices.GetRequiredService<DurableTaskEngine>().Client));
    }

    internal static InvalidOperationException Refused(string function, ParameterInfo parameter, string why) =>
        FunctionDiscovery.Refused(function, $"parameter '{parameter.Name}': {why}");
}
