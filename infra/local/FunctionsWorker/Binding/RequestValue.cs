using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing.Patterns;

namespace OneVisit.Local.FunctionsWorker.Binding;

/// <summary>
/// A parameter of an HTTP function that is filled from the route, or from the query if it says so. The real worker looks in both by the
/// parameter's own name and passes over the attributes: so another name in an attribute is refused, and a name in neither place too.
/// </summary>
internal static class RequestValue
{
    public static BoundParameter For(string function, FunctionTrigger.Http http, ParameterInfo parameter)
    {
        var name = parameter.Name!;
        if (parameter.GetCustomAttributes().OfType<IModelNameProvider>().Any(said => said.Name is not null && said.Name != name))
            throw ParameterBinding.Refused(function, parameter, "the worker looks for a value of the parameter's own name only.");
        if (!parameter.IsDefined(typeof(FromQueryAttribute)) && !IsInRoute(http, name))
            throw ParameterBinding.Refused(function, parameter, $"route '{http.Route}' has no such value; one from the query is marked [FromQuery].");
        var convert = RouteConversion.To(parameter.ParameterType)
            ?? throw ParameterBinding.Refused(function, parameter, $"the worker cannot make a {parameter.ParameterType.Name} of a route or query value; take a string.");
        return new(parameter, null, context => new(Converted(function, parameter, convert, context.BindingContext.BindingData.GetValueOrDefault(name))));
    }

    private static bool IsInRoute(FunctionTrigger.Http http, string name) =>
        RoutePatternFactory.Parse(http.Route).Parameters.Any(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="FormatException">Ends in 500, as it does in the real worker: what may be written otherwise is taken as a string.</exception>
    private static object? Converted(string function, ParameterInfo parameter, RouteConversion.Converter convert, object? raw)
    {
        if (raw is string text)
        {
            return convert(text, out var value)
                ? value
                : throw new FormatException($"Cannot convert input parameter '{parameter.Name}' of function '{function}' to {parameter.ParameterType.Name}.");
        }

        if (parameter.HasDefaultValue)
            return parameter.DefaultValue;
        return !parameter.ParameterType.IsValueType || Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            ? null
            : throw new FormatException($"Could not populate parameter '{parameter.Name}' of function '{function}': it has no default and cannot be null.");
    }
}
