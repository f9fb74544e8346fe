using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace OneVisit.Local.Year.Releases;

/// <summary>The orchestrators of an assembly, by the names under which they are started.</summary>
public static class Orchestrators
{
    public static IReadOnlyDictionary<string, Func<TaskOrchestrationContext, Task<object?>>> Of(Assembly assembly) => assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance))
        .Where(method => method.GetParameters() is [var only] && only.GetCustomAttribute<OrchestrationTriggerAttribute>() is not null)
        .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name, Run, StringComparer.OrdinalIgnoreCase);

    private static Func<TaskOrchestrationContext, Task<object?>> Run(MethodInfo method) => async context =>
    {
        var called = (Task)method.Invoke(method.IsStatic ? null : Activator.CreateInstance(method.DeclaringType!), [context])!;
        await called;
        return called.GetType().GetProperty("Result")?.GetValue(called);
    };
}
