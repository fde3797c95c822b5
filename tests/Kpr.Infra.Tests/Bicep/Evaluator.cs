namespace Kpr.Infra.Tests.Bicep;

/// <summary>Works out the values of expressions within a file that is being deployed.</summary>
internal sealed class Evaluator(ModuleInstance module)
{
    private readonly Dictionary<string, object?> _locals = new(StringComparer.Ordinal);

    public object? Value(Expression expression) => expression switch
    {
        Literal literal => literal.Value,
        TextWithParts text => string.Concat(text.Parts.Select(part => BicepFunctions.Text(Value(part)))),
        NameOf name => _locals.TryGetValue(name.Name, out var local) ? local : module.Symbol(name.Name, name.Line),
        MemberOf member => Member(member),
        ElementOf element => Element(element),
        CallOf { Function: "loadJsonContent" or "loadTextContent", Arguments: [Literal { Value: string path }] } call => module.Load(call.Function, path),
        CallOf call => BicepFunctions.Call(call.Function, [.. call.Arguments.Select(Value)]),
        NotOf not => !Truth(not.Operand),
        MinusOf minus => -(long)Value(minus.Operand)!,
        BinaryOf binary => Binary(binary),
        ChoiceOf choice => Truth(choice.Condition) ? Value(choice.Then) : Value(choice.Else),
        ObjectOf => Properties(expression),
        ArrayOf array => array.Items.Select(Value).ToList(),
        LoopOf loop => Loop(loop, value => value!),
        _ => throw module.Fault(expression.Line, $"{expression.GetType().Name} has no value here"),
    };

    public Dictionary<string, object?> Properties(Expression expression) => expression is ObjectOf body
        ? body.Properties.ToDictionary(property => BicepFunctions.Text(Value(property.Key)), property => Value(property.Value), StringComparer.Ordinal)
        : throw module.Fault(expression.Line, "an object is missing");

    public List<object?> Loop(LoopOf loop, Func<object?, object> make)
    {
        var made = new List<object?>();
        var source = Value(loop.Source) as List<object?> ?? throw module.Fault(loop.Line, "a loop needs a list");
        foreach (var (item, i) in source.Select((item, i) => (item, i)))
        {
            var before = new Dictionary<string, object?>(_locals, StringComparer.Ordinal);
            _locals[loop.Item] = item;
            if (loop.Index is not null)
            {
                _locals[loop.Index] = (long)i;
            }

            made.Add(loop.Condition is null || Truth(loop.Condition) ? make(Value(loop.Body)) : null);
            _locals.Clear();
            foreach (var (name, value) in before)
            {
                _locals[name] = value;
            }
        }

        return made;
    }

    private bool Truth(Expression expression) => Value(expression) as bool? ?? throw module.Fault(expression.Line, "a condition is neither true nor false");

    private object? Member(MemberOf member)
    {
        if (member is { Target: MemberOf { Member: "outputs", Target: var of } } && Value(of) is ModuleInstance instance)
        {
            return instance.Output(member.Member, member.Line);
        }

        return Value(member.Target) switch
        {
            DeployedResource resource => resource.Member(member.Member),
            RuntimeValue runtime => new RuntimeValue($"{runtime.Path}.{member.Member}"),
            Dictionary<string, object?> map => map.TryGetValue(member.Member, out var value) ? value : throw module.Fault(member.Line, $"there is no {member.Member}"),
            _ => throw module.Fault(member.Line, $"nothing has a {member.Member} here"),
        };
    }

    private object? Element(ElementOf element) => (Value(element.Target), Value(element.Index)) switch
    {
        (List<object?> list, long index) => index >= 0 && index < list.Count ? list[(int)index] : throw module.Fault(element.Line, $"there is no item {index}"),
        (Dictionary<string, object?> map, string key) => map.TryGetValue(key, out var value) ? value : throw module.Fault(element.Line, $"there is no {key}"),
        _ => throw module.Fault(element.Line, "a list and a number, or an object and a name, are missing"),
    };

    private object? Binary(BinaryOf binary) => binary.Operator switch
    {
        "&&" => Truth(binary.Left) && Truth(binary.Right),
        "||" => Truth(binary.Left) || Truth(binary.Right),
        "==" => Equals(Value(binary.Left), Value(binary.Right)),
        "!=" => !Equals(Value(binary.Left), Value(binary.Right)),
        "??" => Value(binary.Left) ?? Value(binary.Right),
        ">" => (long)Value(binary.Left)! > (long)Value(binary.Right)!,
        ">=" => (long)Value(binary.Left)! >= (long)Value(binary.Right)!,
        "<" => (long)Value(binary.Left)! < (long)Value(binary.Right)!,
        "<=" => (long)Value(binary.Left)! <= (long)Value(binary.Right)!,
        _ => throw module.Fault(binary.Line, $"the operator {binary.Operator} is not known to this reader"),
    };
}
