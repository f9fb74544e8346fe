using System.Collections.Immutable;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace OneVisit.Local.FunctionsWorker.Binding;

/// <summary>Finds the functions among types and refuses, by name, what could not run.</summary>
internal static class FunctionDiscovery
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <exception cref="InvalidOperationException">A function or parameter that is not supported; the message names it.</exception>
    public static ImmutableArray<LocalFunction> In(IEnumerable<Type> types)
    {
        var found = types
            .SelectMany(type => type.GetMethods(Everything))
            .Select(method => (Method: method, Mark: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(pair => pair.Mark is not null)
            .Select(pair => Read(pair.Mark!.Name, pair.Method))
            // As the real host reads them: the first in this order whose route fits gets the request.
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .ToImmutableArray();
        var twice = found.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? found : throw new InvalidOperationException($"Function '{twice.Key}' is declared {twice.Count()} times.");
    }

    private static LocalFunction Read(string name, MethodInfo method)
    {
        if (!method.IsPublic || method.ContainsGenericParameters || method.DeclaringType is not { IsVisible: true, ContainsGenericParameters: false })
            throw Refused(name, $"its method '{method.Name}' is not a public method of a public class.");
        // Asked once: two hosts that start at the same time may be given different objects for the same parameter.
        var parameters = method.GetParameters();
        var triggers = parameters.Where(p => p.GetCustomAttributes<TriggerBindingAttribute>().Any()).ToArray();
        if (triggers.Length != 1)
            throw Refused(name, $"it has {triggers.Length} triggers; one is needed.");
        var trigger = TriggerOf(name, method, triggers[0]);
        RefuseReturnType(name, method, trigger);
        return new(name, method, trigger, [.. parameters.Select(p => ParameterBinding.For(name, trigger, triggers[0], p))]);
    }

    private static FunctionTrigger TriggerOf(string name, MethodInfo method, ParameterInfo parameter) =>
        parameter.GetCustomAttribute<TriggerBindingAttribute>() switch
        {
            HttpTriggerAttribute { AuthLevel: AuthorizationLevel.User or AuthorizationLevel.System } http =>
                throw Refused(name, $"authorization level {http.AuthLevel} is not supported here."),
            HttpTriggerAttribute http => new FunctionTrigger.Http(http.Route ?? name, http.Methods ?? [], http.AuthLevel),
            TimerTriggerAttribute timer => new FunctionTrigger.Timer(timer),
            OrchestrationTriggerAttribute orchestration => new FunctionTrigger.Orchestration(orchestration.Orchestration ?? name),
            ActivityTriggerAttribute activity => new FunctionTrigger.Activity(activity.Activity ?? name),
            var other => throw Refused(name, $"trigger {other!.GetType().Name} on '{method.Name}' is not supported here."),
        };

    private static void RefuseReturnType(string name, MethodInfo method, FunctionTrigger trigger)
    {
        var declared = method.ReturnType;
        if (declared == typeof(ValueTask) || (declared.IsGenericType && declared.GetGenericTypeDefinition() == typeof(ValueTask<>)))
            throw Refused(name, "it returns a ValueTask; return a Task.");
        var result = declared.IsGenericType && declared.GetGenericTypeDefinition() == typeof(Task<>) ? declared.GetGenericArguments()[0] : declared;
        var isAction = typeof(IActionResult).IsAssignableFrom(result) || typeof(IResult).IsAssignableFrom(result);
        if (trigger is FunctionTrigger.Http && !isAction && result != typeof(void) && result != typeof(Task))
            throw Refused(name, $"it returns {result.Name}; an HTTP function returns IActionResult, IResult or nothing.");
        if (trigger is FunctionTrigger.Timer && result != typeof(void) && result != typeof(Task))
            throw Refused(name, $"it returns {result.Name}; output bindings are not supported here.");
        if (trigger is FunctionTrigger.Orchestration && !typeof(Task).IsAssignableFrom(declared))
            throw Refused(name, $"it returns {result.Name}; an orchestrator returns a Task.");
    }

    internal static InvalidOperationException Refused(string function, string why) => new($"Function '{function}' cannot run: {why}");
}
