using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.LocalAzure.Hosting;

/// <summary>Finds functions by their attributes, and refuses what the genuine build or host refuses.</summary>
internal sealed class FunctionCatalogue(IOptions<LocalHostOptions> options, SettingNames settings, ILogger<LocalFunctionsHost> log)
{
    private IReadOnlyList<FunctionDescriptor>? _functions;

    /// <summary>The functions that are to run: found, well-formed and not disabled.</summary>
    /// <exception cref="InvalidOperationException">Two functions share a name, a function has no trigger, or a retry policy stands where none may.</exception>
    public IReadOnlyList<FunctionDescriptor> Functions => _functions ??= Find();

    private List<FunctionDescriptor> Find()
    {
        var assemblies = options.Value.Assemblies is { Count: > 0 } given ? given : [Assembly.GetEntryAssembly()!];
        var found = new Dictionary<string, FunctionDescriptor>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsClass && options.Value.Types?.Invoke(type) != false))
        {
            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            {
                if (method.GetCustomAttribute<FunctionAttribute>() is { } attribute)
                {
                    var function = Describe(attribute.Name, type, method);
                    if (!found.TryAdd(attribute.Name, function))
                    {
                        throw new InvalidOperationException($"AZFW0017: two functions are named '{attribute.Name}': {found[attribute.Name].EntryPoint} and {function.EntryPoint}.");
                    }
                }
            }
        }

        return [.. found.Values.Where(ShallRun).OrderBy(function => function.Name, StringComparer.Ordinal)];
    }

    private static FunctionDescriptor Describe(string name, Type type, MethodInfo method)
    {
        var triggers = method.GetParameters()
            .Select(parameter => (Parameter: parameter, Trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(pair => pair.Trigger is not null)
            .ToList();
        if (triggers.Count != 1)
        {
            throw new InvalidOperationException($"Function '{name}' has {triggers.Count} triggers; a function has one.");
        }

        var function = new FunctionDescriptor(name, type, method, triggers[0].Parameter, triggers[0].Trigger!);
        return function.Retry is null || function.Trigger is TimerTriggerAttribute
            ? function
            : throw new InvalidOperationException($"AZFW0012: function '{name}' has a retry policy, which its trigger does not support.");
    }

    private bool ShallRun(FunctionDescriptor function)
    {
        if (settings.IsDisabled(function.Name))
        {
            Log.Disabled(log, function.Name);
            return false;
        }

        var names = function.Method.GetParameters().Select(parameter => parameter.Name!).ToList();
        if (names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Count)
        {
            Log.NotLoaded(log, function.Name);
            return false;
        }

        return true;
    }
}
